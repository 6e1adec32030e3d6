package io.emotion4j.training.export;

import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Network.Node;
import io.emotion4j.training.network.Op;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a network, batch normalisation folded, as TensorFlow's {@code saved_model.pb} with the weights as constants, so
 * that no variables folder is needed: signature {@code serving_default}, input float32 NCHW, or pixels, of any batch, outputs by
 * name. Inside it computes in NHWC, the only layout of TensorFlow's convolutions on a CPU. The same network gives the same
 * bytes.
 *
 * @since 0.1.0
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
        input();
        TensorFlowLayers layers = new TensorFlowLayers(graph, network);
        network.nodes().forEach(node -> layer(node, layers));
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

    private void input() {
        int[] sides = network.input();
        if (network.readsPixels()) {
            graph.input(Network.INPUT, TensorFlowGraph.BYTE, sides[1], sides[2], sides[0]);
            graph.numbers(Network.INPUT, inside(Network.INPUT));
        } else {
            graph.input(Network.INPUT, TensorFlowGraph.FLOAT, sides);
            transpose(Network.INPUT, inside(Network.INPUT), 0, 2, 3, 1);
        }
    }

    /** Nodes of values; apart from the names of the input and the outputs. */
    private static String inside(String value) {
        return "nhwc/" + value;
    }

    private void transpose(String in, String out, int... order) {
        graph.integers(out + "/order", order);
        TensorFlowGraph.type(graph.node("Transpose", out, in, out + "/order"), "Tperm", TensorFlowGraph.INTEGER);
    }

    private void layer(Node node, TensorFlowLayers layers) {
        Op op = node.op();
        if (node.inputs().stream().allMatch(flat::contains) || op.reshapes()) {
            flat.add(node.output());
        }
        List<String> in = node.inputs().stream().map(SavedModelWriter::inside).toList();
        op.write(layers, in, inside(node.output()));
    }
}
