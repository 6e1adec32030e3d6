package io.emotion4j.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Network.Node;
import io.emotion4j.training.network.Op;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes a network, batch normalisation folded, as an ONNX model of opset {@value OnnxGraph#OPSET}: input float32 NCHW of
 * any batch, outputs by name in the network's order. The same network gives the same bytes.
 */
public final class OnnxWriter {

    private final OnnxGraph graph = new OnnxGraph();
    private final OnnxQuantization quantization = new OnnxQuantization(graph);

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
        graph.input(Network.INPUT, network.input());
        Set<String> rounded = OnnxQuantization.weights(network);
        network.weights().forEach((name, weight) -> {
            if (!rounded.contains(name)) {
                graph.floats(name, weight.values(), weight.shape());
            }
        });
        for (Node node : network.nodes()) {
            if (node.op() instanceof Op.Convolution c && rounded.contains(c.weight())) {
                quantization.weights(network, c, node.inputs().get(0));
            }
            layer(node);
        }
        network.outputs().forEach((name, value) -> {
            graph.node("Identity", List.of(value), name);
            graph.output(name);
        });
        return graph.bytes();
    }

    private void layer(Node node) {
        Op op = node.op();
        List<String> in = node.inputs();
        String out = node.output();
        if (op instanceof Op.Convolution c) {
            List<String> inputs = new ArrayList<>(List.of(in.get(0), c.weight()));
            if (c.bias() != null) {
                inputs.add(c.bias());
            }
            graph.node("Conv", inputs, out, convolution(c));
        } else if (op instanceof Op.Relu) {
            graph.node("Relu", in, out);
        } else if (op instanceof Op.Sigmoid) {
            graph.node("Sigmoid", in, out);
        } else if (op instanceof Op.Add) {
            graph.node("Add", in, out);
        } else if (op instanceof Op.Scale) {
            graph.node("Mul", in, out);
        } else if (op instanceof Op.MaxPool) {
            graph.node(
                    "MaxPool", in, out, OnnxGraph.integers("kernel_shape", 2, 2), OnnxGraph.integers("strides", 2, 2));
        } else if (op instanceof Op.GlobalAverage) {
            graph.node("GlobalAveragePool", in, out);
        } else if (op instanceof Op.Upsample) {
            upsample(in.get(0), out);
        } else if (op instanceof Op.Quantize q) {
            quantization.value(in.get(0), out, q);
        } else if (op instanceof Op.Flatten) {
            graph.node("Flatten", in, out);
        } else if (op instanceof Op.Cells) {
            String rows = out + "_rows";
            String shape = out + "_shape";
            // 0 keeps a side, -1 is what remains.
            graph.integerConstant(shape, 0, 0, -1);
            graph.node("Reshape", List.of(in.get(0), shape), rows);
            graph.node("Transpose", List.of(rows), out, OnnxGraph.integers("perm", 0, 2, 1));
        } else {
            throw new IllegalArgumentException("No ONNX for layer " + op + "; teach it to OnnxWriter");
        }
    }

    private static AttributeProto[] convolution(Op.Convolution c) {
        int pad = c.kernel() / 2;
        return new AttributeProto[] {
            OnnxGraph.integers("kernel_shape", c.kernel(), c.kernel()),
            OnnxGraph.integers("strides", c.stride(), c.stride()),
            OnnxGraph.integers("pads", pad, pad, pad, pad),
            OnnxGraph.integer("group", c.groups())
        };
    }

    private void upsample(String in, String out) {
        String scales = out + "_scales";
        graph.floats(scales, new float[] {1, 1, 2, 2}, 4);
        // The empty name stands for the region of interest, which this mode does not have.
        graph.node(
                "Resize",
                List.of(in, "", scales),
                out,
                OnnxGraph.text("mode", "nearest"),
                OnnxGraph.text("coordinate_transformation_mode", "asymmetric"),
                OnnxGraph.text("nearest_mode", "floor"));
    }
}
