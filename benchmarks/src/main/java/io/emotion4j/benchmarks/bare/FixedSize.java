package io.emotion4j.benchmarks.bare;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;

/**
 * A detector with the outputs of YuNet for one size of picture and an input of float32 NCHW: OpenCV asks for a network that names all of its
 * sizes, and gives it such numbers.
 */
final class FixedSize {

    private FixedSize() {}

    static byte[] of(byte[] onnx, int height, int width) throws InvalidProtocolBufferException {
        ModelProto.Builder model = ModelProto.parseFrom(onnx).toBuilder();
        GraphProto.Builder graph = model.getGraphBuilder();
        numbers(graph);
        shape(graph.getInputBuilder(0), 1, 3, height, width);
        for (ValueInfoProto.Builder output : graph.getOutputBuilderList()) {
            String name = output.getName();
            int stride = Integer.parseInt(name.substring(name.indexOf('_') + 1));
            int values = name.startsWith("bbox") ? 4 : name.startsWith("kps") ? 10 : 1;
            shape(output, 1, height / stride * (width / stride), values);
        }
        return model.build().toByteArray();
    }

    /** Lets the first convolution read the input itself, with the filters as they lie in the file, in place of what is made of pixels before it. */
    private static void numbers(GraphProto.Builder graph) {
        int first = 0;
        while (!graph.getNode(first).getOpType().equals("Conv")) {
            first++;
        }
        if (first == 0) {
            return;
        }
        String filters = graph.getInitializerList().stream()
                .filter(constant -> constant.getDimsCount() == 4)
                .findFirst()
                .orElseThrow()
                .getName();
        NodeProto.Builder convolution = graph.getNode(first).toBuilder()
                .setInput(0, graph.getInput(0).getName())
                .setInput(1, filters)
                .clearAttribute()
                .addAttribute(integers("kernel_shape", 3, 3))
                .addAttribute(integers("strides", 2, 2))
                .addAttribute(integers("pads", 1, 1, 1, 1));
        for (int i = 0; i <= first; i++) {
            graph.removeNode(0);
        }
        graph.addNode(0, convolution);
        graph.getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder().setElemType(DataType.FLOAT_VALUE);
    }

    private static AttributeProto integers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    private static void shape(ValueInfoProto.Builder tensor, int... sides) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int side : sides) {
            shape.addDimBuilder().setDimValue(side);
        }
        tensor.getTypeBuilder().getTensorTypeBuilder().setShape(shape);
    }
}
