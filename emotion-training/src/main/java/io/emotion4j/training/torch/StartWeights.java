package io.emotion4j.training.torch;

import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Network.Node;
import io.emotion4j.training.network.Op;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a network the weights of an exported model, in which batch normalisation is folded into the convolutions. It is put
 * back by measuring: mean and deviation of every channel over a few training batches become its shift and scale, so that
 * the network gives what the model gives. The filters, whose length no longer matters then, get the length they have in an
 * untrained network, for which the learning rates are made.
 */
final class StartWeights {

    private static final int BATCHES = 8;
    private static final double LEAST_DEVIATION = 1e-3;

    private StartWeights() {}

    /**
     * @param architecture untrained
     * @param exported weights by name, as {@link BatchNormFolding} leaves them
     * @throws IllegalArgumentException when they belong to another network
     */
    static Network unfold(Network architecture, Map<String, float[]> exported, BatchSource source) throws IOException {
        Network folded = BatchNormFolding.fold(architecture).withWeights(exported);
        Map<String, float[]> weights = new LinkedHashMap<>();
        architecture
                .weights()
                .forEach((name, weight) -> weights.put(name, exported.getOrDefault(name, weight.values())));
        Map<String, Op.Convolution> convolutions = new LinkedHashMap<>();
        Map<String, Op.BatchNorm> norms = new LinkedHashMap<>();
        for (Node node : architecture.nodes()) {
            if (node.op() instanceof Op.Convolution convolution) {
                convolutions.put(node.output(), convolution);
            } else if (node.op() instanceof Op.BatchNorm norm) {
                norms.put(node.output(), norm);
                convolutions.put(node.output(), convolutions.get(node.inputs().get(0)));
            }
        }
        Map<String, double[][]> moments = moments(folded, norms, source);
        norms.forEach((value, norm) -> {
            String filters = convolutions.get(value).weight();
            unfold(
                    norm,
                    moments.get(value),
                    folded.weight(norm.beta()).values(),
                    architecture.weight(filters).values(),
                    filters,
                    weights);
        });
        return architecture.withWeights(weights);
    }

    private static void unfold(
            Op.BatchNorm norm,
            double[][] moments,
            float[] bias,
            float[] untrained,
            String filters,
            Map<String, float[]> weights) {
        int channels = bias.length;
        float[] gamma = new float[channels];
        float[] beta = new float[channels];
        float[] mean = new float[channels];
        float[] variance = new float[channels];
        float[] values = weights.get(filters).clone();
        int perFilter = values.length / channels;
        for (int c = 0; c < channels; c++) {
            double deviation = Math.sqrt(moments[1][c]);
            double factor = length(untrained, c, perFilter) / Math.max(1e-6, length(values, c, perFilter));
            if (deviation < LEAST_DEVIATION) {
                // A channel that says always the same: kept as it is.
                factor = 1;
                deviation = 1;
            }
            gamma[c] = (float) deviation;
            beta[c] = (float) moments[0][c];
            mean[c] = (float) ((moments[0][c] - bias[c]) * factor);
            variance[c] = (float) Math.max(0, deviation * deviation * factor * factor - Op.BatchNorm.EPSILON);
            for (int i = c * perFilter; i < (c + 1) * perFilter; i++) {
                values[i] = (float) (values[i] * factor);
            }
        }
        weights.put(filters, values);
        weights.put(norm.gamma(), gamma);
        weights.put(norm.beta(), beta);
        weights.put(norm.mean(), mean);
        weights.put(norm.variance(), variance);
    }

    private static double length(float[] values, int filter, int perFilter) {
        double sum = 0;
        for (int i = filter * perFilter; i < (filter + 1) * perFilter; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum);
    }

    /** Mean and variance of each channel of the given values. */
    private static Map<String, double[][]> moments(Network folded, Map<String, Op.BatchNorm> norms, BatchSource source)
            throws IOException {
        Map<String, String> probes = new LinkedHashMap<>();
        norms.keySet().forEach(value -> probes.put(value, value));
        List<String> names = new ArrayList<>(probes.keySet());
        Map<String, double[][]> moments = new LinkedHashMap<>();
        long[] counts = new long[names.size()];
        Network probed = new Network(folded.input(), folded.nodes(), probes, folded.weights());
        int batches = Math.min(BATCHES, source.batchesPerEpoch(0));
        try (NetworkRunner runner = new NetworkRunner(probed)) {
            for (int b = 0; b < batches; b++) {
                Batch.Part input = source.batch(0, b).parts().get(0);
                List<NetworkRunner.Output> outputs = runner.runShaped(input.values(), input.shape());
                for (int i = 0; i < names.size(); i++) {
                    long[] shape = outputs.get(i).shape();
                    double[][] sums = moments.computeIfAbsent(names.get(i), name -> new double[2][(int) shape[1]]);
                    counts[i] += shape[0] * shape[2] * shape[3];
                    add(outputs.get(i).values(), (int) (shape[2] * shape[3]), sums);
                }
            }
        }
        for (int i = 0; i < names.size(); i++) {
            double[][] sums = moments.get(names.get(i));
            for (int c = 0; c < sums[0].length; c++) {
                sums[0][c] /= counts[i];
                sums[1][c] = Math.max(0, sums[1][c] / counts[i] - sums[0][c] * sums[0][c]);
            }
        }
        return moments;
    }

    private static void add(float[] values, int plane, double[][] sums) {
        int channels = sums[0].length;
        for (int start = 0, c = 0; start < values.length; start += plane, c = (c + 1) % channels) {
            for (int i = start; i < start + plane; i++) {
                sums[0][c] += values[i];
                sums[1][c] += (double) values[i] * values[i];
            }
        }
    }
}
