package io.emotion4j.training.export;

import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Network.Node;
import io.emotion4j.training.network.Op;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/**
 * Writes a network, batch normalisation folded, as an ONNX model of opset {@value OnnxGraph#OPSET}: input float32 NCHW, or
 * pixels, of any batch, outputs by name in the network's order. The same network gives the same bytes.
 *
 * @since 0.1.0
 */
public final class OnnxWriter {

    private final OnnxGraph graph = new OnnxGraph();
    private final OnnxQuantization quantization = new OnnxQuantization(graph);
    private final OnnxLayers layers = new OnnxLayers(graph, quantization);

    private OnnxWriter() {}

    /**
     * Writes the model.
     *
     * @param out is closed
     */
    public static void write(Network network, OutputStream out) throws IOException {
        try (out) {
            out.write(new OnnxWriter().model(BatchNormFolding.fold(network)));
        }
    }

    private byte[] model(Network network) {
        if (network.readsPixels()) {
            graph.pixels(Network.INPUT, network.input());
        } else {
            graph.input(Network.INPUT, network.input());
        }
        Set<String> rounded = OnnxQuantization.weights(network);
        network.weights().forEach((name, weight) -> {
            if (!rounded.contains(name)) {
                graph.floats(name, weight.values(), weight.shape());
            }
        });
        for (Node node : network.nodes()) {
            Op.Convolution c = node.convolution();
            if (c != null && rounded.contains(c.weight())) {
                quantization.weights(network, c, node.inputs().get(0));
            }
            node.write(layers);
        }
        network.outputs().forEach((name, value) -> {
            graph.node("Identity", List.of(value), name);
            graph.output(name);
        });
        return graph.bytes();
    }
}
