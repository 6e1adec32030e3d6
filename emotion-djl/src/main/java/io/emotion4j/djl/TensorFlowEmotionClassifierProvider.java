package io.emotion4j.djl;

import io.emotion4j.EmotionClassifier;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.EmotionClassifierProvider;
import io.emotion4j.spi.SessionBacked;

/** Opens expression classifiers on TensorFlow. Thread-safe. */
public final class TensorFlowEmotionClassifierProvider implements EmotionClassifierProvider {

    /** For {@link java.util.ServiceLoader}. */
    public TensorFlowEmotionClassifierProvider() {}

    @Override
    public String name() {
        return TensorFlow.NAME;
    }

    @Override
    public int priority() {
        return TensorFlow.PRIORITY;
    }

    @Override
    public Availability availability() {
        return TensorFlow.availability();
    }

    @Override
    public boolean supports(ModelDescriptor model) {
        return SessionBacked.supportsClassifier(model, TensorFlow.FORMAT);
    }

    @Override
    public EmotionClassifier create(Model model, ClassifierOptions options) {
        return SessionBacked.classifier(TensorFlow.NAME, TensorFlow.FORMAT, model, options, TensorFlowSession::open);
    }
}
