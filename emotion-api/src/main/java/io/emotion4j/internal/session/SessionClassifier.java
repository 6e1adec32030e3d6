package io.emotion4j.internal.session;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.InferenceException;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.call.Call;
import io.emotion4j.internal.tensor.Border;
import io.emotion4j.internal.tensor.RgbSampler;
import io.emotion4j.internal.tensor.TensorWriter;
import io.emotion4j.model.FaceSpec;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A classifier with one score a label. The faces of a picture go through the network together, a crowd in several runs. */
public final class SessionClassifier implements EmotionClassifier {

    /** The architecture, as descriptors name it. */
    public static final String ARCHITECTURE = "softmax-classifier";

    /**
     * Bounds the memory and the time of a run, between two of which an analysis can be given up: half a megabyte of input, 56 faces of
     * 48x48 in gray. More at once are not quicker a face. A crowd beyond it takes several runs.
     */
    private static final int MAX_FLOATS = 1 << 17;

    /** At least so many faces where they are large, for engines with several threads. */
    private static final int LEAST_BATCH = 8;

    private static final String ONE_AT_A_TIME =
            "; it runs with one picture at a time: say \"maxBatch\": 1 in \"input\"";

    private final ModelSession session;
    private final InputSpec input;
    private final ScoreDecoder decoder;
    private final FaceSampler sampler;
    private final TensorWriter writer;
    private final int maxBatch;
    private final BufferPool buffers = BufferPool.perProcessor();

    private SessionClassifier(ModelSession session, ClassifierOptions options) {
        ModelDescriptor model = session.model();
        FaceSpec face = Objects.requireNonNull(model.face(), "a classifier's descriptor has face");
        this.session = session;
        this.input = model.input();
        this.decoder = ScoreDecoder.of(model, options);
        this.sampler = FaceSampler.of(input, face, options.alignment());
        this.writer = TensorWriter.of(input);
        int bound = Math.max(LEAST_BATCH, MAX_FLOATS / floatsPerFace());
        this.maxBatch = input.maxBatch() == 0 ? bound : Math.min(bound, input.maxBatch());
    }

    /**
     * Loads a classifier and tries it.
     *
     * @param engine runs it
     * @param model the model
     * @param options how
     * @return the classifier; the caller closes
     */
    public static SessionClassifier open(Engine engine, Model model, ClassifierOptions options) {
        ModelSession session = ModelSession.open(engine, model, options.engine());
        return session.orClose(() -> {
            SessionClassifier classifier = new SessionClassifier(session, options);
            classifier.tryOut(model);
            return classifier;
        });
    }

    /** Two faces where the model takes more than one, so that one that does not is found out now. */
    private void tryOut(Model model) {
        RgbImage gray = Probe.gray(input.width(), input.height());
        int batch = Math.min(2, maxBatch);
        try {
            classify(gray, Collections.nCopies(batch, Face.filling(gray)));
        } catch (InferenceException e) {
            throw session.doesNotRun(model, e, batch == 2 && runsAlone(gray) ? ONE_AT_A_TIME : "");
        }
    }

    private boolean runsAlone(RgbImage gray) {
        try {
            classify(gray, List.of(Face.filling(gray)));
            return true;
        } catch (InferenceException e) {
            return false;
        }
    }

    @Override
    public List<EmotionScores> classify(RgbImage image, List<Face> faces) {
        Objects.requireNonNull(image, "image");
        return inBatches(List.copyOf(faces), face -> sampler.place(image, face));
    }

    @Override
    public List<EmotionScores> classifyCrops(List<RgbImage> crops) {
        return inBatches(List.copyOf(crops), sampler::ofCrop);
    }

    private <T> List<EmotionScores> inBatches(List<T> all, Function<T, FaceSampler.Placed> place) {
        return session.use(() -> {
            List<EmotionScores> scores = new ArrayList<>(all.size());
            for (int from = 0; from < all.size(); from += maxBatch) {
                Call.check("before a batch of faces");
                List<T> batch = all.subList(from, Math.min(from + maxBatch, all.size()));
                scores.addAll(run(batch.stream().map(place).toList()));
            }
            return scores;
        });
    }

    @Override
    public EmotionScores classifyCrop(RgbImage crop) {
        return session.use(() -> run(List.of(sampler.ofCrop(crop)))).get(0);
    }

    private List<EmotionScores> run(List<FaceSampler.Placed> faces) {
        int floats = floatsPerFace();
        ByteBuffer buffer = buffers.take(BufferPool.floats(faces.size() * floats));
        try {
            FloatBuffer numbers = buffer.asFloatBuffer();
            for (int i = 0; i < faces.size(); i++) {
                FaceSampler.Placed face = faces.get(i);
                writer.write(
                        face.picture(),
                        face.toSource(),
                        input.width(),
                        input.height(),
                        Border.replicate(),
                        numbers,
                        i * floats);
            }
            Tensor tensor = Tensor.of(numbers, input.shape(faces.size(), input.height(), input.width()));
            return session.run(tensor, outputs -> decoder.decode(outputs, faces.size()));
        } finally {
            buffers.give(buffer);
        }
    }

    private int floatsPerFace() {
        return input.channels().count() * input.width() * input.height();
    }

    @Override
    public RgbImage debugCrop(RgbImage image, Face face) {
        return session.use(() -> {
            FaceSampler.Placed placed = sampler.place(image, face);
            return RgbSampler.sample(
                    placed.picture(), placed.toSource(), input.width(), input.height(), Border.replicate());
        });
    }

    @Override
    public List<Emotion> labels() {
        return session.model().labels();
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
