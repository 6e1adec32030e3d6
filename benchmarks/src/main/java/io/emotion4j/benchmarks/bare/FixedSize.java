package io.emotion4j.benchmarks.bare;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;

/** A detector with the outputs of YuNet for one size of picture: OpenCV asks for a network that names all of its sizes. */
final class FixedSize {

    private FixedSize() {}

    static byte[] of(byte[] onnx, int height, int width) throws InvalidProtocolBufferException {
        ModelProto.Builder model = ModelProto.parseFrom(onnx).toBuilder();
        GraphProto.Builder graph = model.getGraphBuilder();
        shape(graph.getInputBuilder(0), 1, 3, height, width);
        for (ValueInfoProto.Builder output : graph.getOutputBuilderList()) {
            String name = output.getName();
            int stride = Integer.parseInt(name.substring(name.indexOf('_') + 1));
            int values = name.startsWith("bbox") ? 4 : name.startsWith("kps") ? 10 : 1;
            shape(output, 1, height / stride * (width / stride), values);
        }
        return model.build().toByteArray();
    }

    private static void shape(ValueInfoProto.Builder tensor, int... sides) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int side : sides) {
            shape.addDimBuilder().setDimValue(side);
        }
        tensor.getTypeBuilder().getTensorTypeBuilder().setShape(shape);
    }
}
