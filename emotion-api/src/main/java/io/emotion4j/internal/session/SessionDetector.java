package io.emotion4j.internal.session;

import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.InferenceException;
import io.emotion4j.ModelLoadException;
import io.emotion4j.RgbImage;
import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.FaceDecoder;
import io.emotion4j.decoder.Outputs;
import io.emotion4j.internal.call.Call;
import io.emotion4j.internal.geometry.Letterbox;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ThresholdSpec;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A detector of one network: the picture goes through it, letterboxed, and a decoder reads the faces out of the outputs; where that is worth
 * it, once more at a small size ({@link SecondLook}).
 */
public final class SessionDetector implements FaceDetector {

    private final ModelSession session;
    private final InputSpec input;
    private final DetectorOptions options;
    private final PictureInput pictures;
    private final FaceDecoder decoder;
    /** The caller's, but what the model is sure of is always read: a second look must not depend on how strict the caller is. */
    private final ThresholdSpec thresholds;
    /** The model's own, whatever the caller wants. */
    private final float sure;

    private SessionDetector(ModelSession session, FaceDecoder decoder, DetectorOptions options) {
        ModelDescriptor model = session.model();
        this.session = session;
        this.input = model.input();
        this.options = options;
        this.pictures = PictureInput.of(input);
        this.decoder = decoder;
        this.sure = DetectorOptions.defaults().thresholds(model).minConfidence();
        this.thresholds = read(options.thresholds(model), sure);
    }

    private static ThresholdSpec read(ThresholdSpec wanted, float sure) {
        return new ThresholdSpec(
                Math.min(wanted.minConfidence(), sure), wanted.maxOverlap(), wanted.voting(), wanted.voters());
    }

    /**
     * Loads a detector and tries it.
     *
     * @param engine runs it
     * @param decoder reads its outputs
     * @param model the model
     * @param options how
     * @return the detector; the caller closes
     */
    public static SessionDetector open(Engine engine, FaceDecoder decoder, Model model, DetectorOptions options) {
        checkSize(model.descriptor(), options);
        FaceDecoder configured = configured(decoder, model);
        ModelSession session = ModelSession.open(engine, model, options.engine());
        return session.orClose(() -> {
            SessionDetector detector = new SessionDetector(session, configured, options);
            detector.tryOut(model);
            return detector;
        });
    }

    private static FaceDecoder configured(FaceDecoder decoder, Model model) {
        try {
            return decoder.with(model.descriptor().decoder());
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException("Descriptor " + model.location() + " is wrong: " + e.getMessage(), e);
        }
    }

    private static void checkSize(ModelDescriptor model, DetectorOptions options) {
        InputSpec input = model.input();
        Integer size = options.detectionSize();
        if (size != null && !input.anySize() && size != Math.max(input.width(), input.height())) {
            throw new IllegalArgumentException("Model '" + model.id() + "' takes pictures of " + input.width() + "x"
                    + input.height() + " only, found detectionSize " + size + "; leave it out, or use another model");
        }
        if (size != null && size < input.multipleOf()) {
            throw new IllegalArgumentException("Model '" + model.id() + "' takes sides that are multiples of "
                    + input.multipleOf() + ", found detectionSize " + size);
        }
    }

    private void tryOut(Model model) {
        try {
            detect(Probe.gray(64, 64));
        } catch (InferenceException e) {
            throw session.doesNotRun(model, e, "");
        }
    }

    @Override
    public List<Face> detect(RgbImage image) {
        Objects.requireNonNull(image, "image");
        return options.reported(session.use(() -> look(image)));
    }

    private List<Face> look(RgbImage image) {
        if (!input.anySize()) {
            return run(image, Letterbox.into(image.width(), image.height(), input.width(), input.height(), true));
        }
        Letterbox box = within(image, options.detectionSizeOrDefault());
        List<Face> first = run(image, box);
        int side = Math.max(box.width(), box.height());
        SecondLook second = new SecondLook(Math.max(image.width(), image.height()), thresholds.maxOverlap(), sure);
        if (options.secondLook() && side / SecondLook.TIMES >= input.multipleOf() && second.worth(first, side)) {
            Call.check("before the second look");
            return second.joined(first, run(image, within(image, side / SecondLook.TIMES)));
        }
        return first;
    }

    private Letterbox within(RgbImage image, int size) {
        boolean small = Math.max(image.width(), image.height()) < input.enlargeTo();
        int bound = small ? Math.min(size, input.enlargeTo()) : size;
        return Letterbox.within(image.width(), image.height(), bound, input.multipleOf(), small);
    }

    private List<Face> run(RgbImage image, Letterbox box) {
        return pictures.use(image, box, tensor -> session.run(tensor, outputs -> faces(image, box, outputs)));
    }

    private List<Face> faces(RgbImage image, Letterbox box, Map<String, Tensor> outputs) {
        Candidates candidates = Candidates.of(image.width(), image.height(), box.scale(), thresholds);
        decoder.decode(Outputs.of(outputs, box.width(), box.height()), candidates);
        return candidates.faces();
    }

    @Override
    public String id() {
        return session.model().id();
    }

    @Override
    public String engine() {
        return session.engine();
    }

    @Override
    public void close() {
        session.close();
    }
}
