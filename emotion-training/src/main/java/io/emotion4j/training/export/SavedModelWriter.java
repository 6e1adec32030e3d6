package io.emotion4j.training.export;

import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Network.Node;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.Weight;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/**
 * Writes a network, batch normalisation folded, as TensorFlow's {@code saved_model.pb} with the weights as constants, so
 * that no variables folder is needed: signature {@code serving_default}, input float32 NCHW of any batch, outputs by
 * name. Inside it computes in NHWC, the only layout of TensorFlow's convolutions on a CPU. The same network gives the same
 * bytes.
 */
public final class SavedModelWriter {

    private final TensorFlowGraph graph = new TensorFlowGraph();
    private final Network network;
    /** Values that have no height and width any more and so the same layout inside and outside. */
    private final Set<String> flat = new HashSet<>();

    private SavedModelWriter(Network network) {
        this.network = network;
    }

    /**
     * Writes the model.
     *
     * @param out is closed
     * @throws IllegalArgumentException when a convolution has groups but is not depthwise; TensorFlow has none for it
     */
    public static void write(Network network, OutputStream out) throws IOException {
        try (out) {
            out.write(new SavedModelWriter(BatchNormFolding.fold(network)).model());
        }
    }

    private byte[] model() {
        graph.input(Network.INPUT, network.input());
        transpose(Network.INPUT, inside(Network.INPUT), 0, 2, 3, 1);
        network.nodes().forEach(this::layer);
        network.outputs().forEach((name, value) -> {
            if (flat.contains(value)) {
                graph.node("Identity", name, inside(value));
            } else {
                transpose(inside(value), name, 0, 3, 1, 2);
            }
            graph.output(name);
        });
        return graph.bytes();
    }

    /** Nodes of values; apart from the names of the input and the outputs. */
    private static String inside(String value) {
        return "nhwc/" + value;
    }

    private void transpose(String in, String out, int... order) {
        graph.integers(out + "/order", order);
        TensorFlowGraph.type(graph.node("Transpose", out, in, out + "/order"), "Tperm", TensorFlowGraph.INTEGER);
    }

    private void layer(Node node) {
        Op op = node.op();
        String[] in = node.inputs().stream().map(SavedModelWriter::inside).toArray(String[]::new);
        String out = inside(node.output());
        if (node.inputs().stream().allMatch(flat::contains) || op instanceof Op.Flatten || op instanceof Op.Cells) {
            flat.add(node.output());
        }
        if (op instanceof Op.Convolution c) {
            convolution(c, in[0], out);
        } else if (op instanceof Op.Relu) {
            graph.node("Relu", out, in);
        } else if (op instanceof Op.Sigmoid) {
            graph.node("Sigmoid", out, in);
        } else if (op instanceof Op.Add) {
            graph.node("AddV2", out, in);
        } else if (op instanceof Op.Scale) {
            graph.node("Mul", out, in);
        } else if (op instanceof Op.MaxPool) {
            NodeDef.Builder pool = graph.node("MaxPool", out, in);
            TensorFlowGraph.integers(pool, "ksize", 1, 2, 2, 1);
            TensorFlowGraph.integers(pool, "strides", 1, 2, 2, 1);
            TensorFlowGraph.text(pool, "padding", "VALID");
        } else if (op instanceof Op.GlobalAverage) {
            graph.integers(out + "/axes", 1, 2);
            NodeDef.Builder mean = graph.node("Mean", out, in[0], out + "/axes");
            TensorFlowGraph.type(mean, "Tidx", TensorFlowGraph.INTEGER);
            TensorFlowGraph.flag(mean, "keep_dims", true);
        } else if (op instanceof Op.Upsample) {
            upsample(in[0], out);
        } else if (op instanceof Op.Flatten) {
            TensorFlowGraph.integers(graph.node("Squeeze", out, in), "squeeze_dims", 1, 2);
        } else if (op instanceof Op.Cells) {
            cells(in[0], out);
        } else {
            throw new IllegalArgumentException("No TensorFlow node for layer " + op + "; teach it to SavedModelWriter");
        }
    }

    private void convolution(Op.Convolution c, String in, String out) {
        int[] shape = network.weight(c.weight()).shape();
        boolean depthwise = c.groups() > 1 && shape[1] == 1;
        if (c.groups() > 1 && !depthwise) {
            throw new IllegalArgumentException("Convolution '" + c.weight() + "' has " + c.groups() + " groups of "
                    + shape[1] + " channels; TensorFlow runs 1 group, or groups of 1 channel, on a CPU");
        }
        String sum = c.bias() == null ? out : out + "/product";
        graph.floats(
                out + "/filter",
                filter(network.weight(c.weight())),
                c.kernel(),
                c.kernel(),
                depthwise ? c.groups() : shape[1],
                depthwise ? shape[0] / c.groups() : shape[0]);
        // Explicit padding in the node itself would do, but TensorFlow (2.16, with oneDNN) then aborts the process when
        // it
        // fuses a depthwise convolution with its bias.
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

    private String pad(String in, String out, int by) {
        graph.integers(out + "/sides", new int[] {4, 2}, 0, 0, by, by, by, by, 0, 0);
        TensorFlowGraph.type(graph.node("Pad", out, in, out + "/sides"), "Tpaddings", TensorFlowGraph.INTEGER);
        return out;
    }

    /** [out, in, height, width] to [height, width, in, out]. */
    private static float[] filter(Weight weight) {
        int outputs = weight.shape()[0];
        int inputs = weight.shape()[1];
        int area = weight.shape()[2] * weight.shape()[3];
        float[] values = weight.values();
        float[] turned = new float[values.length];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                for (int p = 0; p < area; p++) {
                    turned[(p * inputs + i) * outputs + o] = values[(o * inputs + i) * area + p];
                }
            }
        }
        return turned;
    }

    private void upsample(String in, String out) {
        graph.shape(in, out + "/shape");
        graph.slice(out + "/shape", out + "/sides", 1, 2);
        graph.integers(out + "/factor", 2, 2);
        graph.integerNode("Mul", out + "/size", out + "/sides", out + "/factor");
        graph.node("ResizeNearestNeighbor", out, in, out + "/size");
    }

    /** [N,H,W,C] to [N,H*W,C]. */
    private void cells(String in, String out) {
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
}
