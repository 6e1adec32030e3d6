package io.emotion4j.training.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.emotion4j.training.network.Int8Weight;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Network.Node;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.Weight;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Writes the rounded values and weights of a quantised network: whole numbers, and beside each the node that turns them into floats
 * (QuantizeLinear, DequantizeLinear). Engines see through these pairs and convolve the whole numbers.
 */
final class OnnxQuantization {

    private final OnnxGraph graph;

    /** Scale of each rounded value. */
    private final Map<String, Float> scales = new HashMap<>();

    OnnxQuantization(OnnxGraph graph) {
        this.graph = graph;
    }

    /** {@return the weights and biases of the convolutions that read rounded values} */
    static Set<String> weights(Network network) {
        Set<String> values = new HashSet<>();
        Set<String> weights = new HashSet<>();
        for (Node node : network.nodes()) {
            if (node.op() instanceof Op.Quantize) {
                values.add(node.output());
            } else if (values.contains(node.inputs().get(0))) {
                weights.addAll(node.op().weights());
            }
        }
        return weights;
    }

    void value(String in, String out, Op.Quantize op) {
        graph.floats(out + "_scale", new float[] {op.scale()});
        graph.raw(out + "_zero", DataType.UINT8, new byte[] {(byte) op.zeroPoint()});
        graph.node("QuantizeLinear", List.of(in, out + "_scale", out + "_zero"), out + "_levels");
        graph.node("DequantizeLinear", List.of(out + "_levels", out + "_scale", out + "_zero"), out);
        scales.put(out, op.scale());
    }

    /** The weight and bias of a convolution that reads a rounded value. */
    void weights(Network network, Op.Convolution convolution, String input) {
        Weight weight = network.weight(convolution.weight());
        Int8Weight rounded = Int8Weight.of(weight);
        int channels = rounded.scales().length;
        graph.raw(convolution.weight() + "_levels", DataType.INT8, rounded.levels(), weight.shape());
        graph.raw(convolution.weight() + "_zero", DataType.INT8, new byte[channels], channels);
        floats(convolution.weight(), rounded.scales());
        if (convolution.bias() != null) {
            float scale = Objects.requireNonNull(scales.get(input), "the value was written before");
            bias(convolution.bias(), network.weight(convolution.bias()).values(), rounded.scales(), scale);
        }
    }

    /** In units of the products of a value's level and a weight's. */
    private void bias(String name, float[] bias, float[] weightScales, float inputScale) {
        float[] units = new float[bias.length];
        ByteBuffer levels = ByteBuffer.allocate(bias.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int c = 0; c < bias.length; c++) {
            units[c] = weightScales[c] * inputScale;
            levels.putInt(Math.round(bias[c] / units[c]));
        }
        graph.raw(name + "_levels", DataType.INT32, levels.array(), bias.length);
        graph.raw(name + "_zero", DataType.INT32, new byte[levels.capacity()], bias.length);
        floats(name, units);
    }

    private void floats(String name, float[] units) {
        graph.floats(name + "_scale", units, units.length);
        graph.node(
                "DequantizeLinear",
                List.of(name + "_levels", name + "_scale", name + "_zero"),
                name,
                OnnxGraph.integer("axis", 0));
    }
}
