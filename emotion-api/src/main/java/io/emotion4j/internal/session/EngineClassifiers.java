package io.emotion4j.internal.session;

import io.emotion4j.EmotionClassifier;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.EmotionClassifierProvider;
import io.emotion4j.spi.Engine;

/**
 * The classifiers of an engine.
 *
 * @param engine runs them
 */
public record EngineClassifiers(Engine engine) implements EmotionClassifierProvider {

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public int priority() {
        return engine.priority();
    }

    @Override
    public Availability availability() {
        return engine.availability();
    }

    @Override
    public boolean supports(ModelDescriptor model) {
        return model.task() == ModelTask.EMOTION_CLASSIFICATION
                && model.has(engine.format())
                && model.architecture().equals(SessionClassifier.ARCHITECTURE);
    }

    @Override
    public EmotionClassifier create(Model model, ClassifierOptions options) {
        return SessionClassifier.open(engine, model, options);
    }
}
