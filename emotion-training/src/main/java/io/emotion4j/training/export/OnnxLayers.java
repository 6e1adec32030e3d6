package io.emotion4j.training.export;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.emotion4j.training.network.LayerWriter;
import io.emotion4j.training.network.Op;
import java.util.ArrayList;
import java.util.List;

/** The nodes of ONNX that each kind of layer becomes. */
final class OnnxLayers implements LayerWriter {

    private final OnnxGraph graph;
    private final OnnxQuantization quantization;

    OnnxLayers(OnnxGraph graph, OnnxQuantization quantization) {
        this.graph = graph;
        this.quantization = quantization;
    }

    @Override
    public void convolution(Op.Convolution c, String in, String out) {
        convolution(c, in, c.weight(), 1, out);
    }

    /** @param wider how many values of a row one of its pixels takes */
    private void convolution(Op.Convolution c, String in, String weight, long wider, String out) {
        List<String> inputs = new ArrayList<>(List.of(in, weight));
        if (c.bias() != null) {
            inputs.add(c.bias());
        }
        int pad = c.kernel() / 2;
        graph.node(
                "Conv",
                inputs,
                out,
                OnnxGraph.integers("kernel_shape", c.kernel(), c.kernel() * wider),
                OnnxGraph.integers("strides", c.stride(), c.stride() * wider),
                OnnxGraph.integers("pads", pad, pad * wider, pad, pad * wider),
                OnnxGraph.integer("group", c.groups()));
    }

    /**
     * A row of pixels is a row of one channel that is as many times wider: with the kernel's weights in the same order this is the
     * convolution, and nothing is sorted. The engine works out the constant parts when it loads the network.
     */
    @Override
    public void pixelConvolution(Op.PixelConvolution op, String in, String out) {
        Op.Convolution c = op.convolution();
        int n = op.channels();
        String rows = out + "_rows";
        graph.integerConstant(rows + "_axis", 1);
        graph.node("Unsqueeze", List.of(in, rows + "_axis"), rows + "_pixels");
        // 0 keeps a side, -1 is what remains.
        graph.integerConstant(rows + "_shape", 0, 0, 0, -1);
        graph.node("Reshape", List.of(rows + "_pixels", rows + "_shape"), rows);
        graph.node("Cast", List.of(rows), out + "_numbers", OnnxGraph.integer("to", TensorProto.DataType.FLOAT_VALUE));
        graph.floats(out + "_middle", new float[] {op.middle()});
        graph.node("Sub", List.of(out + "_numbers", out + "_middle"), out + "_centred");
        String kernel = out + "_kernel";
        graph.floats(kernel + "_factor", new float[] {op.factor()});
        graph.node("Mul", List.of(c.weight(), kernel + "_factor"), kernel + "_scaled");
        graph.node(
                "Transpose", List.of(kernel + "_scaled"), kernel + "_sorted", OnnxGraph.integers("perm", 0, 2, 3, 1));
        graph.integerConstant(kernel + "_shape", 0, 1, c.kernel(), (long) c.kernel() * n);
        graph.node("Reshape", List.of(kernel + "_sorted", kernel + "_shape"), kernel);
        convolution(c, out + "_centred", kernel, n, out);
    }

    @Override
    public void roundedPixelConvolution(Op.RoundedPixelConvolution op, String in, String out) {
        quantization.pixels(op, in, out);
    }

    @Override
    public void batchNorm(Op.BatchNorm op, String in, String out) {
        throw folded(op);
    }

    @Override
    public void relu(String in, String out) {
        graph.node("Relu", List.of(in), out);
    }

    @Override
    public void sigmoid(String in, String out) {
        graph.node("Sigmoid", List.of(in), out);
    }

    @Override
    public void add(String in, String other, String out) {
        graph.node("Add", List.of(in, other), out);
    }

    @Override
    public void scale(String in, String other, String out) {
        graph.node("Mul", List.of(in, other), out);
    }

    @Override
    public void maxPool(String in, String out) {
        graph.node(
                "MaxPool",
                List.of(in),
                out,
                OnnxGraph.integers("kernel_shape", 2, 2),
                OnnxGraph.integers("strides", 2, 2));
    }

    @Override
    public void globalAverage(String in, String out) {
        graph.node("GlobalAveragePool", List.of(in), out);
    }

    @Override
    public void dropout(Op.Dropout op, String in, String out) {
        throw folded(op);
    }

    @Override
    public void upsample(String in, String out) {
        if (quantization.isRounded(in)) {
            quantization.upsample(in, out);
            return;
        }
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

    @Override
    public void quantize(Op.Quantize op, String in, String out) {
        quantization.value(in, out, op);
    }

    @Override
    public void channels(Op.Channels op, String in, String out) {
        graph.integerConstant(out + "_from", op.first());
        graph.integerConstant(out + "_to", op.first() + op.count());
        graph.integerConstant(out + "_axis", 1);
        graph.node("Slice", List.of(in, out + "_from", out + "_to", out + "_axis"), out);
    }

    @Override
    public void flatten(String in, String out) {
        graph.node("Flatten", List.of(in), out);
    }

    @Override
    public void cells(String in, String out) {
        String rows = out + "_rows";
        String shape = out + "_shape";
        // 0 keeps a side, -1 is what remains.
        graph.integerConstant(shape, 0, 0, -1);
        graph.node("Reshape", List.of(in, shape), rows);
        graph.node("Transpose", List.of(rows), out, OnnxGraph.integers("perm", 0, 2, 1));
    }

    private static IllegalArgumentException folded(Op op) {
        return new IllegalArgumentException("Layer " + op + " is folded before a network is written");
    }
}
