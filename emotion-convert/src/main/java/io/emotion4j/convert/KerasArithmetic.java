package io.emotion4j.convert;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Layers that add, multiply and scale. */
final class KerasArithmetic {

    /** What Keras's own backend puts beneath a deviation. */
    private static final double LEAST_DEVIATION = 1e-7;

    private final OnnxNodes nodes;
    private final KerasActivations activations;

    KerasArithmetic(OnnxNodes nodes, KerasActivations activations) {
        this.nodes = nodes;
        this.activations = activations;
    }

    void addTo(Map<String, KerasLayers.Kind> kinds) {
        kinds.put("Add", (layer, inputs, weights) -> inTurn("Add", layer, inputs));
        kinds.put("Multiply", (layer, inputs, weights) -> inTurn("Mul", layer, inputs));
        kinds.put("Subtract", (layer, inputs, weights) -> inTurn("Sub", layer, inputs));
        kinds.put("Maximum", (layer, inputs, weights) -> inTurn("Max", layer, inputs));
        kinds.put("Average", (layer, inputs, weights) -> inTurn("Mean", layer, inputs));
        kinds.put("BatchNormalization", this::normalised);
        kinds.put("Rescaling", (layer, inputs, weights) -> rescaled(layer, inputs.get(0)));
        kinds.put("Normalization", this::standardised);
    }

    private KerasValue inTurn(String type, KerasLayer layer, List<KerasValue> inputs) {
        int rank = inputs.stream().mapToInt(KerasValue::rank).max().orElseThrow();
        if (inputs.stream().anyMatch(value -> value.rank() != rank)) {
            throw layer.refused("inputs of different numbers of dimensions", "the same");
        }
        if (type.equals("Mean") || type.equals("Max")) {
            return new KerasValue(
                    nodes.node(
                            type,
                            layer.name(),
                            inputs.stream().map(KerasValue::name).toList()),
                    rank);
        }
        String value = inputs.get(0).name();
        for (KerasValue other : inputs.subList(1, inputs.size())) {
            value = nodes.node(type, layer.name(), List.of(value, other.name()));
        }
        return new KerasValue(value, rank);
    }

    private KerasValue normalised(KerasLayer layer, List<KerasValue> inputs, KerasWeights.Taken weights) {
        KerasValue in = inputs.get(0);
        JsonNode axis = layer.config().path("axis");
        int number = (axis.isArray() ? axis.path(0) : axis).asInt(-1);
        if (number != -1 && number != in.rank() - 1) {
            throw layer.refused("axis " + number, "the last one, the channels");
        }
        KerasArray gamma = layer.flag("scale", true) ? weights.take(1, "gamma") : null;
        KerasArray beta = layer.flag("center", true) ? weights.take(1, "beta") : null;
        KerasArray mean = weights.take(1, "moving_mean", "running_mean");
        KerasArray variance = weights.take(1, "moving_variance", "running_std");
        int channels = mean.values().length;
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        List<String> reads = List.of(
                in.name(),
                nodes.floats(layer.name() + "_gamma", gamma == null ? ones : gamma.values(), channels),
                nodes.floats(layer.name() + "_beta", beta == null ? new float[channels] : beta.values(), channels),
                nodes.array(layer.name() + "_mean", mean),
                nodes.array(layer.name() + "_variance", variance));
        return activations.of(
                layer,
                new KerasValue(
                        nodes.node(
                                "BatchNormalization",
                                layer.name(),
                                reads,
                                OnnxNodes.real("epsilon", layer.number("epsilon", 1e-3))),
                        in.rank()));
    }

    private KerasValue rescaled(KerasLayer layer, KerasValue in) {
        KerasArray scale = perChannel(layer, "scale", 1, in);
        KerasArray offset = perChannel(layer, "offset", 0, in);
        String scaled = nodes.node(
                "Mul", layer.name() + "_scaled", List.of(in.name(), nodes.array(layer.name() + "_scale", scale)));
        return new KerasValue(
                nodes.node("Add", layer.name(), List.of(scaled, nodes.array(layer.name() + "_offset", offset))),
                in.rank());
    }

    private static KerasArray perChannel(KerasLayer layer, String key, double otherwise, KerasValue in) {
        JsonNode json = layer.config().path(key);
        if (json.isArray()) {
            float[] values = new float[json.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) json.get(i).asDouble();
            }
            return channels(values, in);
        }
        return channels(new float[] {(float) layer.number(key, otherwise)}, in);
    }

    /** One number a channel, in the shape that multiplies the channels. */
    private static KerasArray channels(float[] values, KerasValue in) {
        int[] shape = new int[in.rank()];
        Arrays.fill(shape, 1);
        shape[in.isPicture() ? 1 : in.rank() - 1] = values.length;
        return new KerasArray(shape, values);
    }

    private KerasValue standardised(KerasLayer layer, List<KerasValue> inputs, KerasWeights.Taken weights) {
        KerasValue in = inputs.get(0);
        if (layer.flag("invert", false)) {
            throw layer.refused("\"invert\": true", "false");
        }
        boolean told = layer.config().hasNonNull("mean");
        float[] mean = told ? perChannel(layer, "mean", 0, in).values() : flat(weights, "mean");
        float[] variance = told ? perChannel(layer, "variance", 1, in).values() : flat(weights, "variance");
        float[] factors = new float[variance.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (float) (1 / Math.max(Math.sqrt(variance[i]), LEAST_DEVIATION));
        }
        String moved = nodes.node(
                "Sub",
                layer.name() + "_moved",
                List.of(in.name(), nodes.array(layer.name() + "_mean", channels(mean, in))));
        return new KerasValue(
                nodes.node(
                        "Mul",
                        layer.name(),
                        List.of(moved, nodes.array(layer.name() + "_factor", channels(factors, in)))),
                in.rank());
    }

    private static float[] flat(KerasWeights.Taken weights, String name) {
        return weights.take(1, name).values();
    }
}
