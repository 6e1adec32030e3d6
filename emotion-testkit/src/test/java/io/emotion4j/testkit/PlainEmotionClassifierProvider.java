package io.emotion4j.testkit;

import io.emotion4j.EmotionClassifier;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.EmotionClassifierProvider;
import io.emotion4j.spi.SessionBacked;

/** Opens classifiers on {@link PlainEngine}. */
public final class PlainEmotionClassifierProvider implements EmotionClassifierProvider {

    /** For {@link java.util.ServiceLoader}. */
    public PlainEmotionClassifierProvider() {}

    @Override
    public String name() {
        return PlainEngine.NAME;
    }

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public Availability availability() {
        return Availability.yes("plain Java 1.0");
    }

    @Override
    public boolean supports(ModelDescriptor model) {
        return PlainEngine.fault == Fault.SUPPORTS_EVERYTHING
                || SessionBacked.supportsClassifier(model, PlainEngine.FORMAT);
    }

    @Override
    public EmotionClassifier create(Model model, ClassifierOptions options) {
        return SessionBacked.classifier(PlainEngine.NAME, PlainEngine.FORMAT, model, options, PlainEngine::open);
    }
}
