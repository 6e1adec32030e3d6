package io.emotion4j.training.torch;

import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Network.Node;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.Weight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The weights of an exported model, to start from. Layers that the model does not have start untrained.
 *
 * @param exported by name, as {@link BatchNormFolding} leaves them; empty to start anew
 * @param frozen whether they stay as they are and only what the model does not have is learnt
 */
public record StartWeights(Map<String, float[]> exported, boolean frozen) {

    /** To start anew. */
    public static final StartWeights NONE = new StartWeights(Map.of(), false);

    private static final int BATCHES = 8;
    private static final double LEAST_DEVIATION = 1e-3;

    /** Copies the map. */
    public StartWeights {
        exported = Map.copyOf(exported);
    }

    /**
     * Gives them to a network, which then gives what the model gives. The export has folded batch normalisation into the
     * filters. It is put back by measuring: mean and deviation of every channel over a few training batches become its shift
     * and scale, and the filters, whose length no longer matters then, get the length they have in an untrained network, for
     * which the learning rates are made. Frozen normalisation only adds the bias.
     *
     * @throws IllegalArgumentException when they belong to another network, or are frozen and nothing is left to learn
     */
    Network applied(Network architecture, BatchSource source) throws IOException {
        if (exported.isEmpty()) {
            return architecture;
        }
        Network folded = folded(architecture);
        Map<String, String> filters = new HashMap<>();
        Map<String, Op.BatchNorm> norms = new LinkedHashMap<>();
        for (Node node : architecture.nodes()) {
            if (node.op() instanceof Op.Convolution convolution) {
                filters.put(node.output(), convolution.weight());
            } else if (node.op() instanceof Op.BatchNorm norm && exported.containsKey(norm.beta())) {
                filters.put(node.output(), known(filters, node.inputs().get(0)));
                norms.put(node.output(), norm);
            }
        }
        Map<String, float[]> values = new LinkedHashMap<>();
        architecture
                .weights()
                .forEach((name, weight) -> values.put(name, exported.getOrDefault(name, weight.values())));
        Map<String, double[][]> moments = frozen ? Map.of() : moments(folded, norms, source);
        norms.forEach((value, norm) -> {
            String filter = known(filters, value);
            float[] bias = known(exported, norm.beta());
            if (frozen) {
                addBias(norm, bias, values);
            } else {
                float[] untrained = architecture.weight(filter).values();
                unfold(norm, known(moments, value), bias, untrained, filter, values);
            }
        });
        return frozen ? frozen(architecture.withWeights(values), norms) : architecture.withWeights(values);
    }

    /** The network without batch normalisation, as the model has it. */
    private Network folded(Network architecture) {
        Network folded = BatchNormFolding.fold(architecture);
        Map<String, float[]> values = new LinkedHashMap<>();
        folded.weights().forEach((name, weight) -> values.put(name, exported.getOrDefault(name, weight.values())));
        if (folded.weights().keySet().stream().noneMatch(exported::containsKey)) {
            throw new IllegalArgumentException("The model to start from has no weight of this network: it has "
                    + exported.keySet() + "; name a model of the same preset");
        }
        try {
            return folded.withWeights(values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The model to start from is another network; name one of the same preset (" + e.getMessage() + ")",
                    e);
        }
    }

    /** {@return the convolutions of a network that the model does not have, by their filters' names} */
    public List<String> missing(Network architecture) {
        return exported.isEmpty()
                ? List.of()
                : BatchNormFolding.fold(architecture).weights().keySet().stream()
                        .filter(name -> name.startsWith("w") && !exported.containsKey(name))
                        .toList();
    }

    private Network frozen(Network network, Map<String, Op.BatchNorm> norms) {
        if (missing(network).isEmpty()) {
            throw new IllegalArgumentException(
                    "The model to start from has every layer of the network: frozen, nothing is left to learn");
        }
        List<String> kept = new ArrayList<>(exported.keySet());
        norms.values().forEach(norm -> kept.add(norm.gamma()));
        Map<String, Weight> weights = new LinkedHashMap<>();
        network.weights()
                .forEach((name, weight) -> weights.put(
                        name, kept.contains(name) ? new Weight(weight.shape(), weight.values(), false) : weight));
        return new Network(network.input(), network.nodes(), network.outputs(), weights);
    }

    private static void addBias(Op.BatchNorm norm, float[] bias, Map<String, float[]> values) {
        int channels = bias.length;
        values.put(norm.gamma(), filled(channels, (float) Math.sqrt(1 + Op.BatchNorm.EPSILON)));
        values.put(norm.beta(), bias);
        values.put(norm.mean(), filled(channels, 0));
        values.put(norm.variance(), filled(channels, 1));
    }

    private static void unfold(
            Op.BatchNorm norm,
            double[][] moments,
            float[] bias,
            float[] untrained,
            String filter,
            Map<String, float[]> weights) {
        int channels = bias.length;
        float[] gamma = new float[channels];
        float[] beta = new float[channels];
        float[] mean = new float[channels];
        float[] variance = new float[channels];
        float[] values = known(weights, filter).clone();
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
        weights.put(filter, values);
        weights.put(norm.gamma(), gamma);
        weights.put(norm.beta(), beta);
        weights.put(norm.mean(), mean);
        weights.put(norm.variance(), variance);
    }

    private static <T> T known(Map<String, T> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
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
            double[][] sums = known(moments, names.get(i));
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
