package io.emotion4j.onnx;

import io.emotion4j.EmotionClassifier;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.EmotionClassifierProvider;
import io.emotion4j.spi.SessionBacked;

/** Opens expression classifiers on ONNX Runtime. Thread-safe. */
public final class OnnxEmotionClassifierProvider implements EmotionClassifierProvider {

    /** For {@link java.util.ServiceLoader}. */
    public OnnxEmotionClassifierProvider() {}

    @Override
    public String name() {
        return OnnxRuntime.NAME;
    }

    @Override
    public int priority() {
        return OnnxRuntime.PRIORITY;
    }

    @Override
    public Availability availability() {
        return OnnxRuntime.availability();
    }

    @Override
    public boolean supports(ModelDescriptor model) {
        return SessionBacked.supportsClassifier(model, OnnxRuntime.FORMAT);
    }

    @Override
    public EmotionClassifier create(Model model, ClassifierOptions options) {
        return SessionBacked.classifier(OnnxRuntime.NAME, OnnxRuntime.FORMAT, model, options, OnnxSession::open);
    }
}
