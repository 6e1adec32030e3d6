package io.emotion4j.internal.session;

import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.InferenceException;
import io.emotion4j.ModelLoadException;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.mtcnn.Mtcnn;
import io.emotion4j.internal.mtcnn.MtcnnModel;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ThresholdSpec;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A detector of three networks, MTCNN. */
final class CascadeDetector implements FaceDetector {

    private final String id;
    private final String engine;
    private final Mtcnn cascade;
    private final DetectorOptions options;
    private final Gate gate;

    private CascadeDetector(Engine engine, Model model, List<StageSession> stages, DetectorOptions options) {
        ModelDescriptor descriptor = model.descriptor();
        ThresholdSpec thresholds = options.thresholds(descriptor);
        this.id = descriptor.id();
        this.engine = engine.name();
        this.options = options;
        this.cascade = new Mtcnn(
                descriptor,
                stages.stream().map(StageSession::model).toList(),
                stages,
                thresholds.minConfidence(),
                thresholds.maxOverlap());
        this.gate = new Gate("Model '" + id + "' on engine '" + this.engine + "'", () -> close(stages));
    }

    /**
     * Loads the three networks and tries each.
     *
     * @param engine runs them
     * @param model the model
     * @param options how
     * @return the detector; the caller closes
     */
    static CascadeDetector open(Engine engine, Model model, DetectorOptions options) {
        List<String> problems = MtcnnModel.problems(model.descriptor());
        if (!problems.isEmpty()) {
            throw new ModelLoadException(
                    "Descriptor " + model.location() + " is wrong: " + String.join(". ", problems));
        }
        List<StageSession> stages = new ArrayList<>();
        try {
            for (ModelDescriptor stage : MtcnnModel.networks(model.descriptor(), engine.format())) {
                stages.add(StageSession.open(engine, model, stage, options.engine()));
            }
            CascadeDetector detector = new CascadeDetector(engine, model, stages, options);
            detector.tryOut(model);
            return detector;
        } catch (RuntimeException | Error e) {
            close(stages);
            throw e;
        }
    }

    private void tryOut(Model model) {
        try {
            cascade.tryOut(Probe.gray(64, 64));
        } catch (InferenceException e) {
            throw new ModelLoadException("Model " + model + " does not run: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Face> detect(RgbImage image) {
        Objects.requireNonNull(image, "image");
        gate.enter();
        try {
            return options.reported(cascade.detect(image, options.detectionSizeOrDefault()));
        } finally {
            gate.exit();
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String engine() {
        return engine;
    }

    @Override
    public void close() {
        gate.close();
    }

    private static void close(List<StageSession> stages) {
        stages.forEach(StageSession::close);
    }
}
