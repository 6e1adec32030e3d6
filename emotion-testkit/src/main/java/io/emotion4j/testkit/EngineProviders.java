package io.emotion4j.testkit;

import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;
import io.emotion4j.spi.EmotionClassifierProvider;
import io.emotion4j.spi.EngineProvider;
import io.emotion4j.spi.FaceDetectorProvider;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The two providers of an engine, found as the library finds them.
 *
 * @param detectors opens detectors
 * @param classifiers opens classifiers
 */
record EngineProviders(FaceDetectorProvider detectors, EmotionClassifierProvider classifiers) {

    static EngineProviders of(String engine) {
        return new EngineProviders(
                only(engine, ServiceLoader.load(FaceDetectorProvider.class)),
                only(engine, ServiceLoader.load(EmotionClassifierProvider.class)));
    }

    private static <P extends EngineProvider> P only(String engine, ServiceLoader<P> loader) {
        List<P> all = loader.stream().map(ServiceLoader.Provider::get).toList();
        List<P> named =
                all.stream().filter(provider -> provider.name().equals(engine)).toList();
        if (named.size() != 1) {
            throw new AssertionError("Expected one " + loader + " called \"" + engine + "\", found " + named.size()
                    + " among " + all.stream().map(EngineProvider::name).toList()
                    + "; check META-INF/services and \"provides\" in module-info");
        }
        return named.get(0);
    }

    /** {@return the provider of a model's task} */
    EngineProvider of(ModelTask task) {
        return task == ModelTask.FACE_DETECTION ? detectors : classifiers;
    }

    /** {@return the one format of the model that the engine loads} */
    String format(ModelDescriptor model) {
        List<String> formats = model.files().keySet().stream()
                .filter(format -> of(model.task()).supports(Descriptors.withFormats(model, List.of(format))))
                .toList();
        if (formats.size() != 1) {
            throw new AssertionError("Expected one format of model '" + model.id() + "' that engine '"
                    + detectors.name() + "' loads, found " + formats + " among "
                    + model.files().keySet());
        }
        return formats.get(0);
    }
}
