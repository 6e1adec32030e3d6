package io.emotion4j.training.network;

import io.emotion4j.training.network.Network.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rounds what flows between the layers to 8 bits and the weights to 7, so that an engine can convolve whole numbers (Jacob et al. 2018).
 * The network's input and what is left after global averaging stay as they are: they cost little.
 *
 * @since 0.1.0
 */
public final class Quantization {

    private static final int LEVELS = 255;

    private Quantization() {}

    /** Which numbers a value takes. */
    public record Range(float least, float most) {

        Op.Quantize levels() {
            float low = Math.min(0, least);
            float high = Math.max(0, most);
            float scale = high == low ? 1f / LEVELS : (high - low) / LEVELS;
            return new Op.Quantize(scale, Math.round(-low / scale));
        }
    }

    /** {@return the values of a network, batch normalisation folded, that will be rounded; their ranges are to be measured} */
    public static List<String> values(Network network) {
        Set<String> rectified = new HashSet<>();
        for (Node node : network.nodes()) {
            if (node.op() instanceof Op.Relu) {
                rectified.add(node.inputs().get(0));
            }
        }
        List<String> values = new ArrayList<>();
        Set<String> small = new HashSet<>();
        for (Node node : network.nodes()) {
            if (node.op() instanceof Op.GlobalAverage || small.containsAll(node.inputs())) {
                small.add(node.output());
            }
            // What scales a rounded value is rounded, too.
            if (!small.contains(node.output()) && !rectified.contains(node.output())
                    || node.op() instanceof Op.Sigmoid) {
                values.add(node.output());
            }
        }
        return values;
    }

    /**
     * Rounds a network.
     *
     * @param network batch normalisation folded
     * @param ranges by value, of all {@link #values}
     * @return the network with {@link Op.Quantize} after each of them, and the weights of the convolutions that read them rounded
     * @throws IllegalArgumentException when a range is missing
     */
    public static Network quantize(Network network, Map<String, Range> ranges) {
        Set<String> rounded = new HashSet<>(values(network));
        if (!ranges.keySet().containsAll(rounded)) {
            rounded.removeAll(ranges.keySet());
            throw new IllegalArgumentException("No range was measured of the values " + rounded);
        }
        Map<String, String> names = new HashMap<>();
        Map<String, Weight> weights = new LinkedHashMap<>(network.weights());
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            List<String> inputs = node.inputs().stream()
                    .map(name -> names.getOrDefault(name, name))
                    .toList();
            nodes.add(new Node(node.op(), inputs, node.output()));
            Op.Convolution c = node.convolution();
            if (c != null && names.containsKey(node.inputs().get(0))) {
                Weight weight = network.weight(c.weight());
                weights.put(c.weight(), Int8Weight.of(weight).rounded(weight));
            }
            Range range = ranges.get(node.output());
            if (range != null && rounded.contains(node.output())) {
                String name = node.output() + "_rounded";
                nodes.add(new Node(range.levels(), List.of(node.output()), name));
                names.put(node.output(), name);
            }
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        network.outputs().forEach((name, value) -> outputs.put(name, names.getOrDefault(value, value)));
        return new Network(network.input(), nodes, outputs, weights);
    }
}
