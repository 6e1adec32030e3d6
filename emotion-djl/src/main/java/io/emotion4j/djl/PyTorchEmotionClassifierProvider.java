package io.emotion4j.djl;

import io.emotion4j.EmotionClassifier;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.EmotionClassifierProvider;
import io.emotion4j.spi.SessionBacked;

/** Opens expression classifiers on PyTorch. Thread-safe. */
public final class PyTorchEmotionClassifierProvider implements EmotionClassifierProvider {

    /** For {@link java.util.ServiceLoader}. */
    public PyTorchEmotionClassifierProvider() {}

    @Override
    public String name() {
        return PyTorch.NAME;
    }

    @Override
    public int priority() {
        return PyTorch.PRIORITY;
    }

    @Override
    public Availability availability() {
        return PyTorch.availability();
    }

    @Override
    public boolean supports(ModelDescriptor model) {
        return SessionBacked.supportsClassifier(model, PyTorch.FORMAT);
    }

    @Override
    public EmotionClassifier create(Model model, ClassifierOptions options) {
        return SessionBacked.classifier(PyTorch.NAME, PyTorch.FORMAT, model, options, PyTorchSession::open);
    }
}
