package io.emotion4j.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes values and weights as whole numbers, and beside each the node that turns them into floats. Engines see through these pairs and convolve the
 * whole numbers (Jacob et al. 2018). Weights have seven bits, an output channel a scale: processors without VNNI add two products of a byte and a weight in 16
 * bits, which eight bits overflow.
 */
final class OnnxRounding {

    private static final int LEVELS = 255;
    private static final int MOST_WEIGHT = 63;
    /** From here on the standard's own operators know a scale a channel; before, ONNX Runtime's do. */
    private static final int PER_CHANNEL = 13;

    private static final String RUNTIME = "com.microsoft";

    private final OnnxNetwork network;
    private final Map<String, float[]> ranges;
    private final String domain;
    private final List<NodeProto> nodes = new ArrayList<>();
    /** Scales of rounded values. */
    private final Map<String, Float> scales = new HashMap<>();

    private int convolutions;

    OnnxRounding(OnnxNetwork network, Map<String, float[]> ranges) {
        this.network = network;
        this.ranges = ranges;
        this.domain = network.opset() < PER_CHANNEL ? RUNTIME : "";
    }

    /** {@return how many convolutions multiply whole numbers now} */
    int convolutions() {
        return convolutions;
    }

    byte[] write() {
        for (NodeProto node : network.nodes()) {
            NodeProto.Builder reading = node.toBuilder();
            for (int i = 0; i < node.getInputCount(); i++) {
                if (scales.containsKey(node.getInput(i))) {
                    reading.setInput(i, node.getInput(i) + "/rounded");
                }
            }
            if (node.getOpType().equals("Conv") && scales.containsKey(node.getInput(0))) {
                weights(node, reading);
            }
            nodes.add(reading.build());
            for (String output : node.getOutputList()) {
                float[] range = ranges.get(output);
                if (range != null) {
                    round(output, range);
                }
            }
        }
        network.nodes().clear();
        network.nodes().addAll(nodes);
        return network.bytes(List.of(), domain.isEmpty() ? Map.of() : Map.of(RUNTIME, 1L));
    }

    private void round(String value, float[] range) {
        float scale = range[1] == range[0] ? 1f / LEVELS : (range[1] - range[0]) / LEVELS;
        network.floats(value + "/scale", new float[] {scale}, List.of());
        network.raw(value + "/zero", DataType.UINT8, new byte[] {(byte) Math.round(-range[0] / scale)}, List.of());
        node("QuantizeLinear", value, value + "/levels", value + "/scale", value + "/zero");
        node("DequantizeLinear", value + "/levels", value + "/rounded", value + "/scale", value + "/zero");
        scales.put(value, scale);
    }

    private void node(String type, String in, String out, String scale, String zero, AttributeProto... attributes) {
        nodes.add(NodeProto.newBuilder()
                .setName(out)
                .setOpType(type)
                .setDomain(domain)
                .addInput(in)
                .addInput(scale)
                .addInput(zero)
                .addOutput(out)
                .addAllAttribute(List.of(attributes))
                .build());
    }

    private void weights(NodeProto node, NodeProto.Builder reading) {
        float[] weight = network.floats(node.getInput(1));
        boolean biased = node.getInputCount() > 2 && !node.getInput(2).isEmpty();
        float[] bias = biased ? network.floats(node.getInput(2)) : new float[0];
        if (weight == null || bias == null) {
            return;
        }
        List<Long> shape = Objects.requireNonNull(network.constants().get(node.getInput(1)), "it has numbers")
                .getDimsList();
        int channels = Math.toIntExact(shape.get(0));
        int each = weight.length / channels;
        byte[] levels = new byte[weight.length];
        float[] units = new float[channels];
        for (int c = 0; c < channels; c++) {
            float most = 0;
            for (int i = c * each; i < (c + 1) * each; i++) {
                most = Math.max(most, Math.abs(weight[i]));
            }
            units[c] = most == 0 ? 1 : most / MOST_WEIGHT;
            for (int i = c * each; i < (c + 1) * each; i++) {
                levels[i] = (byte) Math.rint(weight[i] / units[c]);
            }
        }
        // Of its own for every convolution: the same weight may be read twice.
        String name = node.getOutput(0) + "/kernel";
        network.raw(name + "/levels", DataType.INT8, levels, shape);
        network.raw(name + "/zero", DataType.INT8, new byte[channels], List.of((long) channels));
        network.floats(name + "/scale", units, List.of((long) channels));
        node("DequantizeLinear", name + "/levels", name, name + "/scale", name + "/zero", OnnxNodes.whole("axis", 0));
        reading.setInput(1, name);
        if (biased) {
            reading.setInput(2, bias(node, bias, units));
        }
        convolutions++;
    }

    /** In units of the products of a value's level and a weight's. */
    private String bias(NodeProto node, float[] bias, float[] weightUnits) {
        float input = Objects.requireNonNull(scales.get(node.getInput(0)), "the value was rounded before");
        float[] units = new float[bias.length];
        ByteBuffer levels = ByteBuffer.allocate(bias.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int c = 0; c < bias.length; c++) {
            units[c] = weightUnits[c] * input;
            levels.putInt(Math.round(bias[c] / units[c]));
        }
        String name = node.getOutput(0) + "/offset";
        List<Long> shape = List.of((long) bias.length);
        network.raw(name + "/levels", DataType.INT32, levels.array(), shape);
        network.raw(name + "/zero", DataType.INT32, new byte[levels.capacity()], shape);
        network.floats(name + "/scale", units, shape);
        node("DequantizeLinear", name + "/levels", name, name + "/scale", name + "/zero", OnnxNodes.whole("axis", 0));
        return name;
    }
}
