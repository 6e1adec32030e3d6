package io.emotion4j.training.network;

import io.emotion4j.training.network.Network.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rounds what flows from convolution to convolution to 8 bits and their weights to 7, so that an engine can convolve whole numbers (Jacob et al.
 * 2018). An input of floats stays as it is, and so does what no convolution reads any more: it costs little and counts much.
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
        Set<String> leading = leading(network);
        List<String> values = new ArrayList<>();
        Set<String> small = new HashSet<>();
        for (Node node : network.nodes()) {
            if (node.op() instanceof Op.GlobalAverage || small.containsAll(node.inputs())) {
                small.add(node.output());
            }
            boolean plane = !small.contains(node.output()) && !rectified.contains(node.output());
            // What scales a rounded value is rounded, too; what repeats one has its levels.
            if (leading.contains(node.output())
                    && (plane || node.op() instanceof Op.Sigmoid)
                    && !(node.op() instanceof Op.Upsample)) {
                values.add(node.output());
            }
        }
        return values;
    }

    /** The values that a convolution or an average reads at last. */
    private static Set<String> leading(Network network) {
        Set<String> leading = new HashSet<>();
        for (int i = network.nodes().size() - 1; i >= 0; i--) {
            Node node = network.nodes().get(i);
            if (node.convolution() != null
                    || node.op() instanceof Op.GlobalAverage
                    || leading.contains(node.output())) {
                leading.addAll(node.inputs());
            }
        }
        return leading;
    }

    /**
     * Rounds a network.
     *
     * @param network batch normalisation folded
     * @param ranges by value, of all {@link #values}
     * @return the network with {@link Op.Quantize} after each of them, and the weights of the convolutions that read them and give some rounded; a
     *     {@link Op.PixelConvolution} is one of those
     * @throws IllegalArgumentException when a range is missing
     */
    public static Network quantize(Network network, Map<String, Range> ranges) {
        Set<String> rounded = new HashSet<>(values(network));
        if (!ranges.keySet().containsAll(rounded)) {
            rounded.removeAll(ranges.keySet());
            throw new IllegalArgumentException("No range was measured of the values " + rounded);
        }
        Map<String, String> names = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            List<String> inputs = node.inputs().stream()
                    .map(name -> names.getOrDefault(name, name))
                    .toList();
            nodes.add(new Node(node.op(), inputs, node.output()));
            Range range = ranges.get(node.output());
            if (range != null && rounded.contains(node.output())) {
                String name = node.output() + "_rounded";
                nodes.add(new Node(range.levels(), List.of(node.output()), name));
                names.put(node.output(), name);
            }
        }
        joinFirst(nodes);
        Map<String, String> outputs = new LinkedHashMap<>();
        network.outputs().forEach((name, value) -> outputs.put(name, names.getOrDefault(value, value)));
        Network withLevels = new Network(network.input(), nodes, outputs, network.weights());
        return new Network(network.input(), nodes, outputs, roundedWeights(withLevels));
    }

    /** Makes one layer of a convolution of pixels and the rounding after it. */
    private static void joinFirst(List<Node> nodes) {
        for (int i = 0; i + 1 < nodes.size(); i++) {
            if (nodes.get(i).op() instanceof Op.PixelConvolution pixels) {
                int last = nodes.get(i + 1).op() instanceof Op.Relu ? i + 2 : i + 1;
                if (last < nodes.size() && nodes.get(last).op() instanceof Op.Quantize levels) {
                    Op joined = new Op.RoundedPixelConvolution(pixels, levels);
                    Node node = new Node(
                            joined, nodes.get(i).inputs(), nodes.get(last).output());
                    nodes.subList(i, last + 1).clear();
                    nodes.add(i, node);
                }
            }
        }
    }

    private static Map<String, Weight> roundedWeights(Network network) {
        Map<String, Weight> weights = new LinkedHashMap<>(network.weights());
        for (Node node : network.nodes()) {
            Op.Convolution c = wholeConvolution(network, node);
            if (c != null) {
                Weight weight = network.weight(c.weight());
                weights.put(c.weight(), Int8Weight.of(weight).rounded(weight));
            }
        }
        return weights;
    }

    /** {@return the convolution that a layer of a quantised network does in whole numbers: what it reads is rounded, and what it gives; else null} */
    public static Op.@Nullable Convolution wholeConvolution(Network network, Node node) {
        if (node.op() instanceof Op.RoundedPixelConvolution rounded) {
            return rounded.pixels().convolution();
        }
        Op.Convolution c = node.convolution();
        return c != null && isRounded(network, node.inputs().get(0)) && becomesRounded(network, node.output())
                ? c
                : null;
    }

    private static boolean isRounded(Network network, String value) {
        return network.nodes().stream()
                .filter(node -> node.output().equals(value))
                .anyMatch(node -> node.op() instanceof Op.Quantize
                        || node.op() instanceof Op.RoundedPixelConvolution
                        || node.op() instanceof Op.Upsample
                                && isRounded(network, node.inputs().get(0)));
    }

    private static boolean becomesRounded(Network network, String value) {
        return network.nodes().stream()
                .filter(node -> node.inputs().contains(value))
                .anyMatch(node -> node.op() instanceof Op.Quantize
                        || node.op() instanceof Op.Relu && becomesRounded(network, node.output()));
    }
}
