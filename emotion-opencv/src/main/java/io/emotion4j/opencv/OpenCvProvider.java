package io.emotion4j.opencv;

import io.emotion4j.FaceDetector;
import io.emotion4j.NoProviderException;
import io.emotion4j.internal.haar.HaarModel;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.FaceDetectorProvider;

/** Opens models of architecture {@code haar-cascade}. Found with {@link java.util.ServiceLoader}. */
public final class OpenCvProvider implements FaceDetectorProvider {

    /** Behind the engines; none of them runs cascades. */
    private static final int PRIORITY = 20;

    /** For {@link java.util.ServiceLoader}. */
    public OpenCvProvider() {}

    @Override
    public String name() {
        return HaarDetector.ENGINE;
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public Availability availability() {
        return OpenCvNatives.load();
    }

    @Override
    public boolean supports(ModelDescriptor model) {
        return model.task() == ModelTask.FACE_DETECTION
                && model.architecture().equals(HaarModel.ARCHITECTURE)
                && (model.has(HaarModel.XML) || model.has(HaarModel.RESOURCE));
    }

    @Override
    public FaceDetector create(Model model, DetectorOptions options) {
        Availability here = availability();
        if (!here.available()) {
            throw new NoProviderException(here.detail());
        }
        if (!options.engine().device().equals(EngineOptions.CPU)) {
            throw new NoProviderException("OpenCV's cascades run on device \"cpu\" alone, found \""
                    + options.engine().device() + "\"");
        }
        return HaarDetector.open(model, options);
    }
}
