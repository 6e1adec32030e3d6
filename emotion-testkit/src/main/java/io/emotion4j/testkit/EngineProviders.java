package io.emotion4j.testkit;

import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;
import io.emotion4j.spi.EmotionClassifierProvider;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineBacked;
import io.emotion4j.spi.EngineProvider;
import io.emotion4j.spi.FaceDetectorProvider;
import java.util.List;
import java.util.ServiceLoader;

/**
 * An engine, found as the library finds it, and what it can open.
 *
 * @param engine itself
 * @param detectors opens detectors
 * @param classifiers opens classifiers
 */
record EngineProviders(Engine engine, FaceDetectorProvider detectors, EmotionClassifierProvider classifiers) {

    static EngineProviders of(String name) {
        List<Engine> all = ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        List<Engine> named =
                all.stream().filter(engine -> engine.name().equals(name)).toList();
        if (named.size() != 1) {
            throw new AssertionError("Expected one io.emotion4j.spi.Engine called \"" + name + "\", found "
                    + named.size() + " among "
                    + all.stream().map(Engine::name).toList()
                    + "; check META-INF/services and \"provides\" in module-info");
        }
        return of(named.get(0));
    }

    static EngineProviders of(Engine engine) {
        return new EngineProviders(engine, EngineBacked.detectors(engine), EngineBacked.classifiers(engine));
    }

    /** {@return the provider of a model's task} */
    EngineProvider of(ModelTask task) {
        return task == ModelTask.FACE_DETECTION ? detectors : classifiers;
    }

    /** {@return the one format of the model that the engine loads} */
    String format(ModelDescriptor model) {
        if (!model.has(engine.format())) {
            throw new AssertionError("Expected model '" + model.id() + "' in the format of engine '" + engine.name()
                    + "', " + engine.format() + ", found " + model.files().keySet());
        }
        return engine.format();
    }
}
