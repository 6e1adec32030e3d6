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
    private final Network network;
    private final OnnxQuantization quantization;
    private final OnnxLayers layers;

    private OnnxWriter(Network network) {
        this.network = network;
        quantization = new OnnxQuantization(graph, network);
        layers = new OnnxLayers(graph, quantization);
    }

    /**
     * Writes the model.
     *
     * @param out is closed
     */
    public static void write(Network network, OutputStream out) throws IOException {
        try (out) {
            out.write(new OnnxWriter(BatchNormFolding.fold(network)).model());
        }
    }

    private byte[] model() {
        if (network.readsPixels()) {
            graph.pixels(Network.INPUT, network.input());
        } else {
            graph.input(Network.INPUT, network.input());
        }
        Set<String> rounded = quantization.weights();
        network.weights().forEach((name, weight) -> {
            if (!rounded.contains(name)) {
                graph.floats(name, weight.values(), weight.shape());
            }
        });
        for (Node node : network.nodes()) {
            Op.Convolution c = node.convolution();
            if (c != null && rounded.contains(c.weight())) {
                quantization.weights(c, node.inputs().get(0));
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
