package io.emotion4j.convert;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Functions of single numbers, and the softmax. */
final class KerasActivations {

    private static final String KNOWN =
            "linear, relu, relu6, leaky_relu, elu, selu, sigmoid, hard_sigmoid, tanh, softmax, "
                    + "softplus, softsign, swish, silu, gelu, exponential, mish, hard_swish, hard_silu";

    private final OnnxNodes nodes;
    private final boolean keras3;

    KerasActivations(OnnxNodes nodes, int kerasVersion) {
        this.nodes = nodes;
        this.keras3 = kerasVersion >= 3;
    }

    void addTo(Map<String, KerasLayers.Kind> kinds) {
        kinds.put("Activation", (layer, inputs, weights) -> of(layer, inputs.get(0)));
        kinds.put("ReLU", (layer, inputs, weights) -> rectified(layer, inputs.get(0)));
        kinds.put("Softmax", (layer, inputs, weights) -> softmax(layer, inputs.get(0)));
        kinds.put(
                "LeakyReLU",
                (layer, inputs, weights) ->
                        leaky(layer.name(), inputs.get(0), layer.number("negative_slope", layer.number("alpha", 0.3))));
        kinds.put(
                "ELU",
                (layer, inputs, weights) ->
                        node("Elu", layer.name(), inputs.get(0), OnnxNodes.real("alpha", layer.number("alpha", 1))));
        kinds.put("PReLU", this::learned);
    }

    /** The function that a layer names as its last step. */
    KerasValue of(KerasLayer layer, KerasValue value) {
        JsonNode json = layer.config().path("activation");
        if (json.isMissingNode() || json.isNull()) {
            return value;
        }
        String function =
                json.isTextual() ? json.textValue() : json.path("config").asText();
        if (json.isObject() && json.path("config").isObject()) {
            // A layer in the place of a function.
            KerasLayer inner = KerasLayer.of(json);
            KerasLayer named = new KerasLayer(inner.type(), layer.name() + "_activation", inner.config(), List.of());
            return switch (inner.type()) {
                case "ReLU" -> rectified(named, value);
                case "Softmax" -> softmax(named, value);
                case "LeakyReLU" ->
                    leaky(named.name(), value, named.number("negative_slope", named.number("alpha", 0.3)));
                case "ELU" -> node("Elu", named.name(), value, OnnxNodes.real("alpha", named.number("alpha", 1)));
                default -> throw layer.refused("the activation " + inner.type(), "one of " + KNOWN);
            };
        }
        String name = layer.name() + "_" + function;
        return switch (function) {
            case "linear" -> value;
            case "relu" -> node("Relu", name, value);
            case "relu6" -> clipped(name, value, 0, 6);
            case "leaky_relu" -> leaky(name, value, 0.2);
            case "elu" -> node("Elu", name, value);
            case "selu" -> node("Selu", name, value);
            case "sigmoid" -> node("Sigmoid", name, value);
            case "hard_sigmoid" -> hardSigmoid(name, value);
            case "tanh" -> node("Tanh", name, value);
            case "softmax" -> softmaxOverChannels(name, value);
            case "softplus" -> node("Softplus", name, value);
            case "softsign" -> node("Softsign", name, value);
            case "exponential" -> node("Exp", name, value);
            case "swish", "silu" -> times(name, value, node("Sigmoid", name + "_gate", value));
            case "hard_swish", "hard_silu" -> times(name, value, sixth(name + "_gate", value));
            case "mish" -> times(name, value, node("Tanh", name + "_gate", node("Softplus", name + "_plus", value)));
            case "gelu" -> gelu(name, value);
            default -> throw layer.refused("the activation \"" + function + "\"", "one of " + KNOWN);
        };
    }

    private KerasValue node(String type, String name, KerasValue value, ai.onnx.proto.OnnxMl.AttributeProto... with) {
        return new KerasValue(nodes.node(type, name, List.of(value.name()), with), value.rank());
    }

    private KerasValue leaky(String name, KerasValue value, double slope) {
        return node("LeakyRelu", name, value, OnnxNodes.real("alpha", slope));
    }

    private KerasValue times(String name, KerasValue value, KerasValue gate) {
        return new KerasValue(nodes.node("Mul", name, List.of(value.name(), gate.name())), value.rank());
    }

    private KerasValue clipped(String name, KerasValue value, double least, double most) {
        List<String> inputs =
                List.of(value.name(), nodes.number(name + "_least", least), nodes.number(name + "_most", most));
        return new KerasValue(nodes.node("Clip", name, inputs), value.rank());
    }

    /** Keras 3 made the slope 1/6; before, it was 1/5. */
    private KerasValue hardSigmoid(String name, KerasValue value) {
        return keras3
                ? sixth(name, value)
                : node("HardSigmoid", name, value, OnnxNodes.real("alpha", 0.2), OnnxNodes.real("beta", 0.5));
    }

    private KerasValue sixth(String name, KerasValue value) {
        return node("HardSigmoid", name, value, OnnxNodes.real("alpha", 1 / 6.0), OnnxNodes.real("beta", 0.5));
    }

    private KerasValue gelu(String name, KerasValue value) {
        String scaled = nodes.node(
                "Mul", name + "_scaled", List.of(value.name(), nodes.number(name + "_root", Math.sqrt(0.5))));
        String error = nodes.node("Erf", name + "_erf", List.of(scaled));
        String shifted = nodes.node("Add", name + "_plus", List.of(error, nodes.number(name + "_one", 1)));
        String half = nodes.node("Mul", name + "_gate", List.of(shifted, nodes.number(name + "_half", 0.5)));
        return new KerasValue(nodes.node("Mul", name, List.of(value.name(), half)), value.rank());
    }

    private KerasValue rectified(KerasLayer layer, KerasValue value) {
        double slope = layer.number("negative_slope", 0);
        double threshold = layer.number("threshold", 0);
        double most = layer.number("max_value", Double.POSITIVE_INFINITY);
        if (threshold != 0 || slope != 0 && !Double.isInfinite(most)) {
            throw layer.refused(
                    "threshold " + threshold + ", negative_slope " + slope + ", max_value " + most,
                    "no threshold, and negative_slope or max_value alone");
        }
        if (slope != 0) {
            return leaky(layer.name(), value, slope);
        }
        return Double.isInfinite(most) ? node("Relu", layer.name(), value) : clipped(layer.name(), value, 0, most);
    }

    private KerasValue softmax(KerasLayer layer, KerasValue value) {
        double axis = layer.number("axis", -1);
        if (axis != -1 && axis != value.rank() - 1) {
            throw layer.refused("axis " + axis, "-1, the channels");
        }
        return softmaxOverChannels(layer.name(), value);
    }

    private KerasValue softmaxOverChannels(String name, KerasValue value) {
        return node("Softmax", name, value, OnnxNodes.whole("axis", value.isPicture() ? 1 : -1));
    }

    private KerasValue learned(KerasLayer layer, List<KerasValue> inputs, KerasWeights.Taken weights) {
        KerasValue value = inputs.get(0);
        KerasArray slopes = weights.take(value.rank() - 1, "alpha");
        KerasArray moved = value.isPicture() ? slopes.transposed(2, 0, 1) : slopes;
        String alpha = nodes.array(layer.name() + "_alpha", moved);
        return new KerasValue(nodes.node("PRelu", layer.name(), List.of(value.name(), alpha)), value.rank());
    }
}
