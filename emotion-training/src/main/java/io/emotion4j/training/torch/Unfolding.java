package io.emotion4j.training.torch;

import io.emotion4j.training.network.Op;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Puts batch normalisation back that an export has folded into the filters. Mean and deviation of every channel, measured, become its
 * shift and scale, and the filters, whose length no longer matters then, get the length they have in an untrained network, for which
 * the learning rates are made.
 */
final class Unfolding {

    private static final double LEAST_DEVIATION = 1e-3;

    private Unfolding() {}

    /**
     * Unfolds one convolution.
     *
     * @param norm what follows it
     * @param filter its weight's name
     * @param untrained the filters of an untrained network
     * @param bias what the export added
     * @param weights by name; those of the filter and the normalisation are replaced
     */
    static void unfold(
            Op.BatchNorm norm,
            String filter,
            float[] untrained,
            float[] bias,
            ChannelMoments moments,
            Map<String, float[]> weights) {
        int channels = bias.length;
        float[] gamma = new float[channels];
        float[] beta = new float[channels];
        float[] mean = new float[channels];
        float[] variance = new float[channels];
        float[] values = Objects.requireNonNull(weights.get(filter), filter).clone();
        int perFilter = values.length / channels;
        for (int c = 0; c < channels; c++) {
            double deviation = Math.sqrt(moments.variance()[c]);
            double factor = length(untrained, c, perFilter) / Math.max(1e-6, length(values, c, perFilter));
            if (deviation < LEAST_DEVIATION) {
                // A channel that says always the same: kept as it is.
                factor = 1;
                deviation = 1;
            }
            gamma[c] = (float) deviation;
            beta[c] = (float) moments.mean()[c];
            mean[c] = (float) ((moments.mean()[c] - bias[c]) * factor);
            variance[c] = (float) Math.max(0, deviation * deviation * factor * factor - Op.BatchNorm.EPSILON);
            for (int i = c * perFilter; i < (c + 1) * perFilter; i++) {
                values[i] = (float) (values[i] * factor);
            }
        }
        weights.put(filter, values);
        weights.put(norm.gamma(), gamma);
        weights.put(norm.beta(), beta);
        weights.put(norm.mean(), mean);
        weights.put(norm.variance(), variance);
    }

    /** Makes a normalisation add the bias and do nothing else. */
    static void addBias(Op.BatchNorm norm, float[] bias, Map<String, float[]> weights) {
        int channels = bias.length;
        weights.put(norm.gamma(), filled(channels, (float) Math.sqrt(1 + Op.BatchNorm.EPSILON)));
        weights.put(norm.beta(), bias);
        weights.put(norm.mean(), filled(channels, 0));
        weights.put(norm.variance(), filled(channels, 1));
    }

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }

    private static double length(float[] values, int filter, int perFilter) {
        double sum = 0;
        for (int i = filter * perFilter; i < (filter + 1) * perFilter; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum);
    }
}
