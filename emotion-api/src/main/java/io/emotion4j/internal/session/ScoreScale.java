package io.emotion4j.internal.session;

import io.emotion4j.InferenceException;
import io.emotion4j.model.ScoresSpec;

/**
 * Makes probabilities of a face's scores.
 *
 * @param shift added to each label's logit; none where nothing is
 */
record ScoreScale(String model, ScoresSpec.Kind kind, float temperature, float[] shift) {

    /** How far from 1 the sum of a model's own probabilities may lie. */
    private static final float SUM_TOLERANCE = 0.01f;

    /** What a probability of 0 counts as where its logarithm is needed. */
    private static final double LEAST = 1e-30;

    /**
     * The probabilities of the labels.
     *
     * @param row all scores
     * @param places where each label's is; where they are fewer, the others are left out
     * @throws InferenceException if the scores are not of the kind that they are said to be
     */
    float[] apply(float[] row, int[] places) {
        boolean asTheyAre = temperature == 1 && shift.length == 0 && places.length == row.length;
        return switch (kind) {
            case LOGITS -> softmax(at(places, row));
            case PROBABILITIES -> {
                float[] clipped = probabilities(row);
                yield asTheyAre ? clipped : softmax(logarithms(at(places, clipped)));
            }
            case SIGMOID -> {
                float[] clipped = clipped(at(places, row));
                yield temperature == 1 ? clipped : logistic(oddsLogarithms(clipped));
            }
            case SIGMOID_LOGITS -> logistic(at(places, row));
        };
    }

    private static float[] at(int[] places, float[] row) {
        float[] some = new float[places.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = row[places[i]];
        }
        return some;
    }

    /** The largest is taken off first, so that no exponential overflows. */
    private float[] softmax(float[] logits) {
        double[] scaled = new double[logits.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = logits[i] / temperature + (shift.length == 0 ? 0 : shift[i]);
        }
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : scaled) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.exp(scaled[i] - max);
            sum += scaled[i];
        }
        float[] probabilities = new float[scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            probabilities[i] = (float) (scaled[i] / sum);
        }
        return probabilities;
    }

    private float[] logistic(float[] logits) {
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (1 / (1 + Math.exp(-logits[i] / temperature)));
        }
        return probabilities;
    }

    private static float[] logarithms(float[] probabilities) {
        float[] logits = new float[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.log(Math.max(probabilities[i], LEAST));
        }
        return logits;
    }

    private static float[] oddsLogarithms(float[] probabilities) {
        float[] logits = new float[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float)
                    (Math.log(Math.max(probabilities[i], LEAST)) - Math.log(Math.max(1 - probabilities[i], LEAST)));
        }
        return logits;
    }

    private float[] probabilities(float[] row) {
        float sum = 0;
        for (float p : row) {
            sum += p;
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw improbable(row[0], sum);
        }
        return clipped(row);
    }

    private float[] clipped(float[] row) {
        float[] clipped = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            clipped[i] = Math.min(Math.max(row[i], 0), 1);
            if (Math.abs(row[i] - clipped[i]) > SUM_TOLERANCE) {
                float sum = 0;
                for (float p : row) {
                    sum += p;
                }
                throw improbable(row[i], sum);
            }
        }
        return clipped;
    }

    private InferenceException improbable(float one, float sum) {
        return new InferenceException("Model '" + model + "' outputs numbers that are not probabilities (one is " + one
                + ", their sum is " + sum + "); check \"kind\" in \"scores\"");
    }
}
