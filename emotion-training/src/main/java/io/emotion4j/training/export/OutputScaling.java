package io.emotion4j.training.export;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Network.Node;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.Weight;
import java.util.LinkedHashMap;
import java.util.Map;

/** Multiplies an output by a constant, at no cost in inference. */
final class OutputScaling {

    private OutputScaling() {}

    /**
     * Folds a factor into the last convolution before an output. With the factor 1 / temperature it turns the logits of a
     * classifier into calibrated ones (Guo et al. 2017).
     *
     * @throws IllegalArgumentException when {@code output} is none of the network's, or does not come from a convolution
     *     of its own, with nothing between but flattening
     */
    static Network scaleOutput(Network network, String output, double factor) {
        String value = network.outputs().get(output);
        if (value == null) {
            throw new IllegalArgumentException("No output '" + output + "' to scale; the network has "
                    + network.outputs().keySet());
        }
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("The factor of output '" + output + "' must be over 0, found " + factor);
        }
        Op.Convolution convolution = source(network, output, value);
        Map<String, Weight> weights = new LinkedHashMap<>(network.weights());
        weights.computeIfPresent(convolution.weight(), (name, weight) -> scaled(weight, factor));
        if (convolution.bias() != null) {
            weights.computeIfPresent(convolution.bias(), (name, weight) -> scaled(weight, factor));
        }
        return new Network(network.input(), network.nodes(), network.outputs(), weights);
    }

    private static Op.Convolution source(Network network, String output, String value) {
        String at = value;
        for (int i = network.nodes().size() - 1; i >= 0; i--) {
            Node node = network.nodes().get(i);
            if (!node.output().equals(at)) {
                continue;
            }
            requireOneUse(network, output, at);
            Op.Convolution convolution = node.convolution();
            if (convolution != null) {
                return convolution;
            }
            if (!node.op().reshapes()) {
                throw new IllegalArgumentException("Output '" + output + "' comes from " + node.op()
                        + ", which a factor cannot pass; expected a convolution, flattened or not");
            }
            at = node.inputs().get(0);
        }
        throw new IllegalArgumentException("Output '" + output + "' does not come from a convolution");
    }

    private static void requireOneUse(Network network, String output, String value) {
        long uses = network.nodes().stream()
                        .filter(node -> node.inputs().contains(value))
                        .count()
                + network.outputs().values().stream().filter(value::equals).count();
        if (uses != 1) {
            throw new IllegalArgumentException("Output '" + output + "' cannot be scaled alone: its value " + value
                    + " is used " + uses + " times");
        }
    }

    private static Weight scaled(Weight weight, double factor) {
        float[] values = new float[weight.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (weight.values()[i] * factor);
        }
        return new Weight(weight.shape(), values, weight.trained());
    }
}
