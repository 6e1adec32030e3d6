package io.emotion4j.djl;

import io.emotion4j.FaceDetector;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.FaceDetectorProvider;
import io.emotion4j.spi.SessionBacked;

/** Opens face detectors on PyTorch. Thread-safe. */
public final class PyTorchFaceDetectorProvider implements FaceDetectorProvider {

    /** For {@link java.util.ServiceLoader}. */
    public PyTorchFaceDetectorProvider() {}

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
        return SessionBacked.supportsDetector(model, PyTorch.FORMAT);
    }

    @Override
    public FaceDetector create(Model model, DetectorOptions options) {
        return SessionBacked.detector(PyTorch.NAME, PyTorch.FORMAT, model, options, PyTorchSession::open);
    }
}
