package io.emotion4j.djl;

import io.emotion4j.FaceDetector;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.FaceDetectorProvider;
import io.emotion4j.spi.SessionBacked;

/** Opens face detectors on TensorFlow. Thread-safe. */
public final class TensorFlowFaceDetectorProvider implements FaceDetectorProvider {

    /** For {@link java.util.ServiceLoader}. */
    public TensorFlowFaceDetectorProvider() {}

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
        return SessionBacked.supportsDetector(model, TensorFlow.FORMAT);
    }

    @Override
    public FaceDetector create(Model model, DetectorOptions options) {
        return SessionBacked.detector(TensorFlow.NAME, TensorFlow.FORMAT, model, options, TensorFlowSession::open);
    }
}
