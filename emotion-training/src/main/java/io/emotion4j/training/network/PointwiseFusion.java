package io.emotion4j.training.network;

import io.emotion4j.training.network.Network.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Makes one layer of the 1x1 convolutions that read the same value: engines compute 16 channels at a time, so that heads of one, four and
 * ten channels cost as much as one of sixteen each. The weights are called after all of them, in order, {@value #AND} between.
 *
 * @since 0.1.0
 */
public final class PointwiseFusion {

    /** Between the names of weights that became one. */
    public static final String AND = "_";

    private PointwiseFusion() {}

    /**
     * Fuses a network.
     *
     * @param network without batch normalisation ({@link BatchNormFolding})
     * @return a network that gives the same
     */
    public static Network fuse(Network network) {
        Map<String, List<Node>> readers = network.nodes().stream()
                .filter(PointwiseFusion::isPointwise)
                .collect(Collectors.groupingBy(node -> node.inputs().get(0)));
        List<Node> nodes = new ArrayList<>();
        Map<String, Weight> weights = new LinkedHashMap<>(network.weights());
        for (Node node : network.nodes()) {
            List<Node> together = isPointwise(node)
                    ? Objects.requireNonNull(readers.get(node.inputs().get(0)), "every pointwise node is a reader")
                    : List.of(node);
            if (together.size() == 1) {
                nodes.add(node);
            } else if (together.get(0).equals(node)) {
                fuse(network, together, nodes, weights);
            }
        }
        return new Network(network.input(), nodes, network.outputs(), weights);
    }

    private static void fuse(Network network, List<Node> together, List<Node> nodes, Map<String, Weight> weights) {
        List<String> filters = new ArrayList<>();
        List<String> biases = new ArrayList<>();
        String output = together.stream().map(Node::output).collect(Collectors.joining(AND));
        List<Node> parts = new ArrayList<>();
        int first = 0;
        for (Node node : together) {
            Op.Convolution convolution = (Op.Convolution) node.op();
            filters.add(convolution.weight());
            biases.add(Objects.requireNonNull(convolution.bias()));
            int channels = network.weight(convolution.weight()).shape()[0];
            parts.add(new Node(new Op.Channels(first, channels), List.of(output), node.output()));
            first += channels;
        }
        nodes.add(new Node(
                new Op.Convolution(joined(network, filters, weights), joined(network, biases, weights), 1, 1, 1),
                together.get(0).inputs(),
                output));
        nodes.addAll(parts);
    }

    /** Puts the weights into one, along the channels that they give; returns its name. */
    private static String joined(Network network, List<String> names, Map<String, Weight> weights) {
        List<Weight> parts = names.stream().map(network::weight).toList();
        int[] shape = parts.get(0).shape().clone();
        shape[0] = parts.stream().mapToInt(part -> part.shape()[0]).sum();
        float[] values =
                new float[parts.stream().mapToInt(part -> part.values().length).sum()];
        int at = 0;
        for (Weight part : parts) {
            System.arraycopy(part.values(), 0, values, at, part.values().length);
            at += part.values().length;
        }
        names.forEach(weights::remove);
        String name = String.join(AND, names);
        weights.put(name, new Weight(shape, values, true));
        return name;
    }

    private static boolean isPointwise(Node node) {
        Op.Convolution c = node.convolution();
        return c != null && c.kernel() == 1 && c.stride() == 1 && c.groups() == 1 && c.bias() != null;
    }
}
