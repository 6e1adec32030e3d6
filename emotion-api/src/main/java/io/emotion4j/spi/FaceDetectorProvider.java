package io.emotion4j.spi;

import io.emotion4j.FaceDetector;
import io.emotion4j.model.Model;

/**
 * Opens face detectors that are no network of an {@link Engine}: a rule, another library, a service. Found with {@link
 * java.util.ServiceLoader}.
 *
 * @since 0.1.0
 */
public interface FaceDetectorProvider extends EngineProvider {

    /**
     * Opens a detector.
     *
     * @param model a model that this provider {@linkplain #supports supports}
     * @param options how
     * @return the detector; the caller closes
     * @throws io.emotion4j.ModelLoadException if the model cannot be loaded
     * @throws io.emotion4j.NoProviderException if the device is not there
     */
    FaceDetector create(Model model, DetectorOptions options);
}
