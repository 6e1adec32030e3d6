package io.emotion4j.training.network;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The mean of two networks' weights (model soups, Wortsman et al. 2022). Where one was trained on from the other, or both from a third, it
 * often has what each learnt, at the time of one.
 *
 * @since 0.1.0
 */
public final class WeightMean {

    private WeightMean() {}

    /**
     * Mixes two networks, both without batch normalisation ({@link BatchNormFolding}).
     *
     * @param network one of them
     * @param other of the same layers
     * @param share the other's, 0 to 1
     * @return the layers with weights of {@code (1 - share) * network + share * other}
     * @throws IllegalArgumentException when the share is no such number or the layers differ
     */
    public static Network of(Network network, Network other, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1, found " + share);
        }
        if (!network.nodes().equals(other.nodes())) {
            throw new IllegalArgumentException("Only networks of the same layers have a mean; these have "
                    + network.parameterCount() + " and " + other.parameterCount() + " weights");
        }
        Map<String, float[]> means = new LinkedHashMap<>();
        network.weights()
                .forEach((name, weight) ->
                        means.put(name, mean(weight.values(), other.weight(name).values(), share)));
        return network.withWeights(means);
    }

    private static float[] mean(float[] a, float[] b, double share) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("Only networks of the same layers have a mean; a weight has " + a.length
                    + " numbers and " + b.length);
        }
        float[] mean = new float[a.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) ((1 - share) * a[i] + share * b[i]);
        }
        return mean;
    }
}
