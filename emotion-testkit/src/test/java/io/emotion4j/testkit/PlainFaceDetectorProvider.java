package io.emotion4j.testkit;

import io.emotion4j.FaceDetector;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.FaceDetectorProvider;
import io.emotion4j.spi.SessionBacked;

/** Opens detectors on {@link PlainEngine}. */
public final class PlainFaceDetectorProvider implements FaceDetectorProvider {

    /** For {@link java.util.ServiceLoader}. */
    public PlainFaceDetectorProvider() {}

    @Override
    public String name() {
        return PlainEngine.NAME;
    }

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public Availability availability() {
        return Availability.yes("plain Java 1.0");
    }

    @Override
    public boolean supports(ModelDescriptor model) {
        return PlainEngine.fault == Fault.SUPPORTS_EVERYTHING
                || SessionBacked.supportsDetector(model, PlainEngine.FORMAT);
    }

    @Override
    public FaceDetector create(Model model, DetectorOptions options) {
        return SessionBacked.detector(PlainEngine.NAME, PlainEngine.FORMAT, model, options, PlainEngine::open);
    }
}
