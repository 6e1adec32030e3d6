package io.emotion4j.training.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.emotion4j.training.network.Int8Weight;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.Quantization;
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
    private final Network network;

    /** The levels of each rounded value. */
    private final Map<String, Levels> levels = new HashMap<>();

    /** @param owner the value by whose name the constants go */
    private record Levels(String owner, float scale) {}

    OnnxQuantization(OnnxGraph graph, Network network) {
        this.graph = graph;
        this.network = network;
    }

    /** {@return the weights and biases of the convolutions that are done in whole numbers} */
    Set<String> weights() {
        Set<String> weights = new HashSet<>();
        for (Network.Node node : network.nodes()) {
            Op.Convolution c = Quantization.wholeConvolution(network, node);
            if (c != null) {
                weights.addAll(c.weights());
            }
        }
        return weights;
    }

    boolean isRounded(String value) {
        return levels.containsKey(value);
    }

    void value(String in, String out, Op.Quantize op) {
        quantize(in, out, op);
        rounded(out);
    }

    private void quantize(String in, String out, Op.Quantize op) {
        graph.floats(out + "_scale", new float[] {op.scale()});
        graph.raw(out + "_zero", DataType.UINT8, new byte[] {(byte) op.zeroPoint()});
        graph.node("QuantizeLinear", List.of(in, out + "_scale", out + "_zero"), out + "_levels");
        levels.put(out, new Levels(out, op.scale()));
    }

    private void rounded(String out) {
        graph.node("DequantizeLinear", List.of(out + "_levels", out + "_scale", out + "_zero"), out);
    }

    /** The weight and bias of a convolution that reads a rounded value. */
    void weights(Op.Convolution convolution, String input) {
        Int8Weight rounded = weight(convolution.weight(), network.weight(convolution.weight()));
        if (convolution.bias() != null) {
            float[] bias = network.weight(convolution.bias()).values();
            bias(convolution.bias(), bias, rounded.scales(), levels(input).scale());
        }
    }

    private Int8Weight weight(String name, Weight weight) {
        Int8Weight rounded = Int8Weight.of(weight);
        int channels = rounded.scales().length;
        graph.raw(name + "_levels", DataType.INT8, rounded.levels(), weight.shape());
        graph.raw(name + "_zero", DataType.INT8, new byte[channels], channels);
        floats(name, rounded.scales());
        return rounded;
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

    /**
     * Pixels as levels of the numbers that the network knows: no number is lost. Their zero lies half a pixel beside the middle where that is none, which
     * the bias puts right, but for the border of the picture.
     */
    void pixels(Op.RoundedPixelConvolution op, String in, String out) {
        Op.PixelConvolution pixels = op.pixels();
        Op.Convolution c = pixels.convolution();
        PixelBlocks blocks = new PixelBlocks(pixels);
        Weight weight = network.weight(c.weight());
        int count = weight.shape()[0];
        int zero = (int) Math.ceil(pixels.middle());

        String block = out + "_blocks";
        graph.integerConstant(block + "_shape", 0, 0, -1, (long) blocks.pixels() * pixels.channels());
        graph.node("Reshape", List.of(in, block + "_shape"), block + "_rows");
        graph.node("Transpose", List.of(block + "_rows"), block + "_levels", OnnxGraph.integers("perm", 0, 3, 1, 2));
        graph.floats(block + "_scale", new float[] {pixels.factor()});
        graph.raw(block + "_zero", DataType.UINT8, new byte[] {(byte) zero});
        rounded(block);

        Int8Weight rounded = weight(c.weight(), blocks.kernel(weight));
        float[] own =
                c.bias() == null ? new float[count] : network.weight(c.bias()).values();
        float[] bias = new float[PixelBlocks.RESULTS * count];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = own[i % count] + (zero - pixels.middle()) * pixels.factor() * sum(weight, i % count);
        }
        String biasName = out + "_bias";
        bias(biasName, bias, rounded.scales(), pixels.factor());

        int pad = c.kernel() / 2;
        graph.node(
                "Conv",
                List.of(block, c.weight(), biasName),
                out + "_sum",
                OnnxGraph.integers("kernel_shape", c.kernel(), PixelBlocks.WIDTH),
                OnnxGraph.integers("strides", c.stride(), 1),
                OnnxGraph.integers("pads", pad, 1, pad, 0));
        String results = out + "_results";
        quantize(out + "_sum", results, op.levels());
        graph.node(
                "Transpose", List.of(results + "_levels"), results + "_rows", OnnxGraph.integers("perm", 0, 2, 3, 1));
        graph.integerConstant(results + "_shape", 0, 0, -1, count);
        graph.node("Reshape", List.of(results + "_rows", results + "_shape"), results + "_single");
        graph.node("Transpose", List.of(results + "_single"), out + "_levels", OnnxGraph.integers("perm", 0, 3, 1, 2));
        same(results, out);
    }

    private static float sum(Weight weight, int filter) {
        int each = weight.values().length / weight.shape()[0];
        double sum = 0;
        for (int i = filter * each; i < (filter + 1) * each; i++) {
            sum += weight.values()[i];
        }
        return (float) sum;
    }

    /**
     * Each level of a rounded value twice in a row, and each row twice: in NHWC, as engines keep whole numbers, these are two copies. ONNX Runtime's
     * Resize takes five times as long there.
     */
    void upsample(String in, String out) {
        String wide = out + "_wide";
        graph.node("Transpose", List.of(in + "_levels"), out + "_rows", OnnxGraph.integers("perm", 0, 2, 3, 1));
        graph.node(
                "Shape",
                List.of(out + "_rows"),
                out + "_size",
                OnnxGraph.integer("start", 2),
                OnnxGraph.integer("end", 4));
        graph.integerConstant(out + "_twice", 2, 1);
        graph.node("Mul", List.of(out + "_size", out + "_twice"), out + "_row");
        graph.node("Concat", List.of(out + "_rows", out + "_rows"), wide, OnnxGraph.integer("axis", 3));
        // 0 keeps a side, -1 is what remains: a row of one piece.
        graph.integerConstant(wide + "_shape", 0, 0, -1);
        graph.node("Reshape", List.of(wide, wide + "_shape"), wide + "_row");
        graph.node("Concat", List.of(wide + "_row", wide + "_row"), out + "_high", OnnxGraph.integer("axis", 2));
        graph.integerConstant(out + "_keep", 0, -1);
        graph.node("Concat", List.of(out + "_keep", out + "_row"), out + "_shape", OnnxGraph.integer("axis", 0));
        graph.node("Reshape", List.of(out + "_high", out + "_shape"), out + "_enlarged");
        graph.node("Transpose", List.of(out + "_enlarged"), out + "_levels", OnnxGraph.integers("perm", 0, 3, 1, 2));
        same(in, out);
    }

    /** What has the levels of another value. */
    private void same(String value, String out) {
        Levels same = levels(value);
        graph.node("DequantizeLinear", List.of(out + "_levels", same.owner() + "_scale", same.owner() + "_zero"), out);
        levels.put(out, same);
    }

    private Levels levels(String value) {
        return Objects.requireNonNull(levels.get(value), "the value was written before");
    }
}
