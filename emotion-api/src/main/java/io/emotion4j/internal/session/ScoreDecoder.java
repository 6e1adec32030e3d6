package io.emotion4j.internal.session;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.InferenceException;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ScoresSpec;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Turns a classifier's output, [N, labels] finite numbers, into probabilities. */
record ScoreDecoder(String model, List<Emotion> labels, ScoresSpec.Kind kind) {

    /** How far from 1 the sum of a model's own probabilities may lie. */
    private static final float SUM_TOLERANCE = 0.01f;

    static ScoreDecoder of(ModelDescriptor model, ScoresSpec scores) {
        return new ScoreDecoder(model.id(), model.labels(), scores.kind());
    }

    /**
     * Decodes a batch.
     *
     * @throws InferenceException if there are not as many numbers as labels, or they are not what the descriptor says
     */
    List<EmotionScores> decode(Tensor output, int batch) {
        FloatBuffer numbers = output.floats();
        if (numbers.remaining() != batch * labels.size()) {
            throw new InferenceException("Model '" + model + "' outputs " + (numbers.remaining() / (double) batch)
                    + " scores a face but its descriptor lists " + labels.size() + " labels (output is " + output
                    + "); check \"labels\" and \"scores\"");
        }
        List<EmotionScores> all = new ArrayList<>(batch);
        float[] row = new float[labels.size()];
        for (int i = 0; i < batch; i++) {
            numbers.get(row);
            all.add(EmotionScores.of(labels, kind == ScoresSpec.Kind.LOGITS ? softmax(row) : probabilities(row)));
        }
        return all;
    }

    /** The largest is taken off first, so that no exponential overflows. */
    private float[] softmax(float[] logits) {
        float max = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        double[] powers = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            powers[i] = Math.exp(logits[i] - max);
            sum += powers[i];
        }
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (powers[i] / sum);
        }
        return probabilities;
    }

    private float[] probabilities(float[] row) {
        float sum = 0;
        for (float p : row) {
            sum += p;
        }
        float[] clipped = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            clipped[i] = Math.min(Math.max(row[i], 0), 1);
            if (Math.abs(row[i] - clipped[i]) > SUM_TOLERANCE || Math.abs(sum - 1) > SUM_TOLERANCE) {
                throw new InferenceException("Model '" + model + "' outputs numbers that are not probabilities (one is "
                        + row[i] + ", their sum is " + sum + "); check \"kind\" in \"scores\"");
            }
        }
        return clipped;
    }
}
