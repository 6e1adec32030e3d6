package io.emotion4j.training.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network as a list of layers in the order they run. Engine-neutral: {@code TorchScriptWriter}, {@code OnnxWriter} and
 * {@code SavedModelWriter} write it in their formats.
 *
 * @param input shape of the input without the batch: channels, height, width (0 = any), whatever the order of its axes is
 * @param nodes the layers in the order they run; the input is the value {@value #INPUT}
 * @param outputs the network's outputs in order: name to the value that it gives
 * @param weights every weight by name, in order of creation
 * @since 0.1.0
 */
public record Network(int[] input, List<Node> nodes, Map<String, String> outputs, Map<String, Weight> weights) {

    /** Name of the input tensor. */
    public static final String INPUT = "input";

    /** A layer: what it does, the values it reads and the value it gives. */
    public record Node(Op op, List<String> inputs, String output) {

        /** {@return the convolution that it is, or null} */
        public Op.@Nullable Convolution convolution() {
            return op instanceof Op.Convolution convolution ? convolution : null;
        }

        /** Has the layer written in some form. */
        public void write(LayerWriter writer) {
            op.write(writer, inputs, output);
        }
    }

    /**
     * The weight of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Weight weight(String name) {
        Weight weight = weights.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("No weight '" + name + "' in the network; it has " + weights.keySet());
        }
        return weight;
    }

    /** {@return whether the input is pixels, uint8 NHWC, and not float32 NCHW} */
    public boolean readsPixels() {
        return nodes.stream()
                .anyMatch(node ->
                        node.op() instanceof Op.PixelConvolution || node.op() instanceof Op.RoundedPixelConvolution);
    }

    /** Number of weights that the optimiser changes. */
    public long parameterCount() {
        return weights.values().stream()
                .filter(Weight::trained)
                .mapToLong(w -> w.values().length)
                .sum();
    }

    /** The same layers with other numbers in the weights. */
    public Network withWeights(Map<String, float[]> values) {
        Map<String, Weight> replaced = new LinkedHashMap<>();
        weights.forEach((name, old) -> {
            float[] found = values.get(name);
            if (found == null) {
                throw new IllegalArgumentException("No values for weight '" + name + "' of the network");
            }
            replaced.put(name, new Weight(old.shape(), found, old.trained()));
        });
        return new Network(input, nodes, outputs, replaced);
    }

    /** Multiply-adds of the convolutions for one input of the given size. */
    public long multiplyAdds(int height, int width) {
        Map<String, int[]> sizes = new LinkedHashMap<>();
        sizes.put(INPUT, new int[] {height, width});
        long total = 0;
        for (Node node : nodes) {
            String input = node.inputs().get(0);
            int[] in = sizes.get(input);
            if (in == null) {
                throw new IllegalArgumentException(
                        "Layer " + node.op() + " reads '" + input + "', which no layer before it gives");
            }
            int[] out = node.op().outputSize(in);
            Op.Convolution c = node.convolution();
            if (c != null) {
                total += (long) out[0] * out[1] * weight(c.weight()).values().length;
            }
            sizes.put(node.output(), out);
        }
        return total;
    }
}
