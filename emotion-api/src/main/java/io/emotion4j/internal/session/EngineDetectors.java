package io.emotion4j.internal.session;

import io.emotion4j.FaceDetector;
import io.emotion4j.internal.mtcnn.MtcnnModel;
import io.emotion4j.internal.service.Decoders;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.FaceDetectorProvider;

/**
 * The detectors of an engine: as many kinds as there are decoders, and MTCNN.
 *
 * @param engine runs them
 */
public record EngineDetectors(Engine engine) implements FaceDetectorProvider {

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
        return model.task() == ModelTask.FACE_DETECTION
                && model.has(engine.format())
                && (isCascade(model) || Decoders.know(model.architecture()));
    }

    @Override
    public FaceDetector create(Model model, DetectorOptions options) {
        if (isCascade(model.descriptor())) {
            return CascadeDetector.open(engine, model, options);
        }
        return SessionDetector.open(engine, Decoders.of(model.descriptor().architecture()), model, options);
    }

    private static boolean isCascade(ModelDescriptor model) {
        return model.architecture().equals(MtcnnModel.ARCHITECTURE);
    }
}
