package io.emotion4j.training.export;

import io.emotion4j.training.network.LayerWriter;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.Weight;
import org.tensorflow.proto.NodeDef;

/** The nodes of TensorFlow, in NHWC, that each kind of layer becomes; it reads and gives nodes of the names given. */
final class TensorFlowLayers implements LayerWriter {

    private final TensorFlowGraph graph;
    private final Network network;

    TensorFlowLayers(TensorFlowGraph graph, Network network) {
        this.graph = graph;
        this.network = network;
    }

    @Override
    public void convolution(Op.Convolution c, String in, String out) {
        convolution(c, 1, in, out);
    }

    /** Pixels lie in this engine's layout. */
    @Override
    public void pixelConvolution(Op.PixelConvolution op, String in, String out) {
        graph.floats(out + "/middle", new float[] {op.middle()});
        graph.node("Sub", out + "/centred", in, out + "/middle");
        convolution(op.convolution(), op.factor(), out + "/centred", out);
    }

    /** @param factor of what it reads */
    private void convolution(Op.Convolution c, float factor, String in, String out) {
        int[] shape = network.weight(c.weight()).shape();
        boolean depthwise = c.groups() > 1 && shape[1] == 1;
        if (c.groups() > 1 && !depthwise) {
            throw new IllegalArgumentException("Convolution '" + c.weight() + "' has " + c.groups() + " groups of "
                    + shape[1] + " channels; TensorFlow runs 1 group, or groups of 1 channel, on a CPU");
        }
        String sum = c.bias() == null ? out : out + "/product";
        graph.floats(
                out + "/filter",
                filter(network.weight(c.weight()), factor),
                c.kernel(),
                c.kernel(),
                depthwise ? c.groups() : shape[1],
                depthwise ? shape[0] / c.groups() : shape[0]);
        // Explicit padding in the node itself would do, but TensorFlow (2.16, with oneDNN) then aborts the process when
        // it fuses a depthwise convolution with its bias.
        boolean same = c.stride() == 1 && c.kernel() % 2 == 1;
        String padded = same || c.kernel() == 1 ? in : pad(in, out + "/padded", c.kernel() / 2);
        NodeDef.Builder node = graph.node(depthwise ? "DepthwiseConv2dNative" : "Conv2D", sum, padded, out + "/filter");
        TensorFlowGraph.integers(node, "strides", 1, c.stride(), c.stride(), 1);
        TensorFlowGraph.text(node, "padding", same ? "SAME" : "VALID");
        if (c.bias() != null) {
            Weight bias = network.weight(c.bias());
            graph.floats(out + "/bias", bias.values(), bias.shape());
            graph.node("BiasAdd", out, sum, out + "/bias");
        }
    }

    @Override
    public void batchNorm(Op.BatchNorm op, String in, String out) {
        throw unknown(op);
    }

    @Override
    public void relu(String in, String out) {
        graph.node("Relu", out, in);
    }

    @Override
    public void sigmoid(String in, String out) {
        graph.node("Sigmoid", out, in);
    }

    @Override
    public void add(String in, String other, String out) {
        graph.node("AddV2", out, in, other);
    }

    @Override
    public void scale(String in, String other, String out) {
        graph.node("Mul", out, in, other);
    }

    @Override
    public void maxPool(String in, String out) {
        NodeDef.Builder pool = graph.node("MaxPool", out, in);
        TensorFlowGraph.integers(pool, "ksize", 1, 2, 2, 1);
        TensorFlowGraph.integers(pool, "strides", 1, 2, 2, 1);
        TensorFlowGraph.text(pool, "padding", "VALID");
    }

    @Override
    public void globalAverage(String in, String out) {
        graph.integers(out + "/axes", 1, 2);
        NodeDef.Builder mean = graph.node("Mean", out, in, out + "/axes");
        TensorFlowGraph.type(mean, "Tidx", TensorFlowGraph.INTEGER);
        TensorFlowGraph.flag(mean, "keep_dims", true);
    }

    @Override
    public void dropout(Op.Dropout op, String in, String out) {
        throw unknown(op);
    }

    @Override
    public void upsample(String in, String out) {
        graph.shape(in, out + "/shape");
        graph.slice(out + "/shape", out + "/sides", 1, 2);
        graph.integers(out + "/factor", 2, 2);
        graph.integerNode("Mul", out + "/size", out + "/sides", out + "/factor");
        graph.node("ResizeNearestNeighbor", out, in, out + "/size");
    }

    @Override
    public void quantize(Op.Quantize op, String in, String out) {
        throw unknown(op);
    }

    @Override
    public void channels(Op.Channels op, String in, String out) {
        graph.integers(out + "/from", 0, 0, 0, op.first());
        graph.integers(out + "/count", -1, -1, -1, op.count());
        NodeDef.Builder slice = graph.node("Slice", out, in, out + "/from", out + "/count");
        TensorFlowGraph.type(slice, "Index", TensorFlowGraph.INTEGER);
    }

    @Override
    public void flatten(String in, String out) {
        TensorFlowGraph.integers(graph.node("Squeeze", out, in), "squeeze_dims", 1, 2);
    }

    /** [N,H,W,C] to [N,H*W,C]. */
    @Override
    public void cells(String in, String out) {
        graph.shape(in, out + "/shape");
        graph.slice(out + "/shape", out + "/batch", 0, 1);
        graph.slice(out + "/shape", out + "/channels", 3, 1);
        graph.integers(out + "/rows", -1);
        graph.integer(out + "/axis", 0);
        NodeDef.Builder joined = graph.integerNode(
                "ConcatV2", out + "/target", out + "/batch", out + "/rows", out + "/channels", out + "/axis");
        TensorFlowGraph.whole(joined, "N", 3);
        TensorFlowGraph.type(joined, "Tidx", TensorFlowGraph.INTEGER);
        TensorFlowGraph.type(graph.node("Reshape", out, in, out + "/target"), "Tshape", TensorFlowGraph.INTEGER);
    }

    private String pad(String in, String out, int by) {
        graph.integers(out + "/sides", new int[] {4, 2}, 0, 0, by, by, by, by, 0, 0);
        TensorFlowGraph.type(graph.node("Pad", out, in, out + "/sides"), "Tpaddings", TensorFlowGraph.INTEGER);
        return out;
    }

    /** [out, in, height, width] to [height, width, in, out], times {@code factor}. */
    private static float[] filter(Weight weight, float factor) {
        int outputs = weight.shape()[0];
        int inputs = weight.shape()[1];
        int area = weight.shape()[2] * weight.shape()[3];
        float[] values = weight.values();
        float[] turned = new float[values.length];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                for (int p = 0; p < area; p++) {
                    turned[(p * inputs + i) * outputs + o] = values[(o * inputs + i) * area + p] * factor;
                }
            }
        }
        return turned;
    }

    private static IllegalArgumentException unknown(Op op) {
        return new IllegalArgumentException("No TensorFlow node for layer " + op
                + "; batch normalisation and dropout are folded before, and rounded networks are written as ONNX");
    }
}
