package io.emotion4j.training.network;

import io.emotion4j.training.network.Network.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Folds every batch normalisation into the convolution before it and drops what only training needs.
 *
 * @since 0.1.0
 */
public final class BatchNormFolding {

    private BatchNormFolding() {}

    /**
     * Folds a network.
     *
     * @return a network of the same function in inference, without {@link Op.BatchNorm} and {@link Op.Dropout}
     * @throws IllegalArgumentException when a batch normalisation does not follow a convolution without bias
     */
    public static Network fold(Network network) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        List<Node> nodes = new ArrayList<>();
        Map<String, Integer> producer = new HashMap<>();
        Map<String, String> alias = new HashMap<>();
        for (Node node : network.nodes()) {
            List<String> inputs = node.inputs().stream()
                    .map(name -> alias.getOrDefault(name, name))
                    .toList();
            if (node.op() instanceof Op.Dropout) {
                alias.put(node.output(), inputs.get(0));
            } else if (node.op() instanceof Op.BatchNorm norm) {
                int at = Objects.requireNonNullElse(producer.get(inputs.get(0)), -1);
                Op.Convolution c = at < 0 ? null : nodes.get(at).convolution();
                if (c == null || c.bias() != null) {
                    throw new IllegalArgumentException("Batch normalisation '" + norm.gamma()
                            + "' must follow a convolution without bias to be folded; found " + inputs.get(0));
                }
                fold(network, norm, c, weights);
                String bias = norm.beta();
                nodes.set(
                        at,
                        new Node(
                                new Op.Convolution(c.weight(), bias, c.kernel(), c.stride(), c.groups()),
                                nodes.get(at).inputs(),
                                node.output()));
                producer.put(node.output(), at);
            } else {
                node.op().weights().forEach(name -> weights.put(name, network.weight(name)));
                producer.put(node.output(), nodes.size());
                nodes.add(new Node(node.op(), inputs, node.output()));
            }
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        network.outputs().forEach((name, value) -> outputs.put(name, alias.getOrDefault(value, value)));
        return new Network(network.input(), nodes, outputs, weights);
    }

    private static void fold(Network network, Op.BatchNorm norm, Op.Convolution c, Map<String, Weight> weights) {
        Weight old = network.weight(c.weight());
        float[] gamma = network.weight(norm.gamma()).values();
        float[] beta = network.weight(norm.beta()).values();
        float[] mean = network.weight(norm.mean()).values();
        float[] variance = network.weight(norm.variance()).values();
        float[] values = old.values().clone();
        float[] bias = new float[gamma.length];
        int perFilter = values.length / gamma.length;
        for (int out = 0; out < gamma.length; out++) {
            double factor = gamma[out] / Math.sqrt(variance[out] + Op.BatchNorm.EPSILON);
            bias[out] = (float) (beta[out] - mean[out] * factor);
            for (int i = out * perFilter; i < (out + 1) * perFilter; i++) {
                values[i] = (float) (values[i] * factor);
            }
        }
        weights.put(c.weight(), new Weight(old.shape(), values, true));
        weights.put(norm.beta(), new Weight(new int[] {bias.length}, bias, true));
    }
}
