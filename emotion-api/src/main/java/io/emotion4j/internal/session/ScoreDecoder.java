package io.emotion4j.internal.session;

import io.emotion4j.ClassPrior;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.InferenceException;
import io.emotion4j.model.ExtraSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ScoresSpec;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns a classifier's outputs, a row of finite numbers a face, into scores. */
final class ScoreDecoder {

    private final ModelDescriptor model;
    private final ScoresSpec spec;
    private final int[] places;
    private final ScoreScale scale;
    private final float abstainBelow;

    private ScoreDecoder(ModelDescriptor model, ScoresSpec spec, ScoreScale scale, float abstainBelow) {
        this.model = model;
        this.spec = spec;
        this.places = places(model.labels().size(), spec.skipped());
        this.scale = scale;
        this.abstainBelow = abstainBelow;
    }

    /**
     * Prepares to decode.
     *
     * @throws IllegalArgumentException if the caller wants a prior that the model cannot be corrected to
     */
    static ScoreDecoder of(ModelDescriptor model, ClassifierOptions options) {
        ScoresSpec spec = Objects.requireNonNull(model.scores(), "a classifier's descriptor has scores");
        ClassPrior prior = options.prior();
        ScoreScale scale = new ScoreScale(
                model.id(), spec.kind(), spec.temperature(), PriorShift.of(model, prior == null ? own(model) : prior));
        Float abstainBelow = options.abstainBelow();
        return new ScoreDecoder(model, spec, scale, abstainBelow == null ? spec.abstainBelow() : abstainBelow);
    }

    private static ClassPrior own(ModelDescriptor model) {
        return model.prior() == null
                ? ClassPrior.none()
                : ClassPrior.uniform(model.prior().strength());
    }

    /** Where among the scores each label's is. */
    private static int[] places(int labels, List<Integer> skipped) {
        int[] places = new int[labels];
        int next = 0;
        for (int place = 0; next < labels; place++) {
            if (!skipped.contains(place)) {
                places[next++] = place;
            }
        }
        return places;
    }

    /**
     * Decodes a batch.
     *
     * @throws InferenceException if there are not as many numbers as labels, or they are not what the descriptor says
     */
    List<EmotionScores> decode(Map<String, Tensor> outputs, int batch) {
        List<Emotion> labels = model.labels();
        FloatBuffer numbers = numbers(outputs, spec.output());
        int count = labels.size() + spec.skipped().size();
        int from = spec.slice().from();
        boolean sliced = !spec.slice().isAll();
        int length = numbers.remaining() / batch;
        if (numbers.remaining() % batch != 0 || (sliced ? length < from + count : length != count)) {
            throw new InferenceException("Model '" + model.id() + "' outputs "
                    + (numbers.remaining() % batch == 0 ? "" + length : "" + numbers.remaining() / (double) batch)
                    + " scores a face but its descriptor lists " + count + " labels"
                    + (sliced ? " from number " + from : "") + " (output is " + outputs.get(spec.output())
                    + "); check \"labels\" and \"scores\""
                    + (sliced || length < count ? "" : ", where \"from\" and \"count\" say which numbers are scores"));
        }
        List<EmotionScores> all = new ArrayList<>(batch);
        for (int i = 0; i < batch; i++) {
            float[] row = new float[count];
            numbers.get(i * length + from, row);
            EmotionScores scores = EmotionScores.of(labels, scale.apply(row, places));
            boolean abstained = scores.topScore() < abstainBelow;
            Map<String, List<Float>> extras = extras(outputs, i, batch);
            all.add(abstained || !extras.isEmpty() ? scores.with(abstained, extras) : scores);
        }
        return all;
    }

    private Map<String, List<Float>> extras(Map<String, Tensor> outputs, int face, int batch) {
        if (model.extras().isEmpty()) {
            return Map.of();
        }
        Map<String, List<Float>> extras = new LinkedHashMap<>();
        model.extras().forEach((name, extra) -> extras.put(name, extra(name, extra, outputs, face, batch)));
        return extras;
    }

    private List<Float> extra(String name, ExtraSpec extra, Map<String, Tensor> outputs, int face, int batch) {
        FloatBuffer numbers = numbers(outputs, extra.output());
        int length = numbers.remaining() / batch;
        int from = extra.slice().from();
        int count = extra.slice().count() == 0 ? length - from : extra.slice().count();
        if (numbers.remaining() % batch != 0 || count < 1 || from + count > length) {
            throw new InferenceException("Model '" + model.id() + "' outputs " + (numbers.remaining() / (double) batch)
                    + " numbers a face in '" + extra.output() + "', expected at least " + (from + Math.max(1, count))
                    + " for extra '" + name + "'; check \"extras\"");
        }
        List<Float> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(numbers.get(face * length + from + i));
        }
        return values;
    }

    private static FloatBuffer numbers(Map<String, Tensor> outputs, String name) {
        return Objects.requireNonNull(outputs.get(name), "checked when the descriptor is read")
                .floats();
    }
}
