package io.emotion4j.onnx;

import io.emotion4j.FaceDetector;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.FaceDetectorProvider;
import io.emotion4j.spi.SessionBacked;

/** Opens face detectors on ONNX Runtime. Thread-safe. */
public final class OnnxFaceDetectorProvider implements FaceDetectorProvider {

    /** For {@link java.util.ServiceLoader}. */
    public OnnxFaceDetectorProvider() {}

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
        return SessionBacked.supportsDetector(model, OnnxRuntime.FORMAT);
    }

    @Override
    public FaceDetector create(Model model, DetectorOptions options) {
        return SessionBacked.detector(OnnxRuntime.NAME, OnnxRuntime.FORMAT, model, options, OnnxSession::open);
    }
}
