package io.emotion4j.evaluation.classifier;

import io.emotion4j.Emotion;
import io.emotion4j.evaluation.data.ExpressionLabels;
import io.emotion4j.evaluation.data.LabelledFace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often faces show each expression: what a classifier that learns from them takes for the prior probability of each.
 *
 * @since 0.1.0
 */
public final class LabelShares {

    private LabelShares() {}

    /**
     * Counts.
     *
     * @param faces for instance those of a training part
     * @param truth {@link Truth#LABELS} for the labels' shares; {@link Truth#VOTES} for the mean of the {@linkplain
     *     LabelledFace#voteShares() shares of votes}, faces left out that have too few
     * @return a share for each of the seven expressions, of the sum 1
     * @throws IllegalArgumentException if there is no face of one of them
     */
    public static Map<Emotion, Float> of(List<LabelledFace> faces, Truth truth) {
        double[] sums = new double[ExpressionLabels.NAMES.size()];
        double total = 0;
        for (LabelledFace face : faces) {
            float[] shares = truth == Truth.VOTES ? face.voteShares() : new float[sums.length];
            if (truth == Truth.LABELS && face.label() >= 0 && face.label() < sums.length) {
                shares[face.label()] = 1;
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] += shares[i];
                total += shares[i];
            }
        }
        Map<Emotion, Float> shares = new EnumMap<>(Emotion.class);
        for (int i = 0; i < sums.length; i++) {
            Emotion emotion = ExpressionLabels.EMOTIONS.get(i);
            if (sums[i] == 0) {
                throw new IllegalArgumentException("None of " + faces.size() + " faces is " + emotion + " by its "
                        + name(truth) + "; a prior needs some of each expression");
            }
            shares.put(emotion, (float) (sums[i] / total));
        }
        return shares;
    }

    private static String name(Truth truth) {
        return truth == Truth.VOTES ? "votes" : "label";
    }
}
