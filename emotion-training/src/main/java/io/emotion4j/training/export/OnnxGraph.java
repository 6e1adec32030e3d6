package io.emotion4j.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;

/** Gathers nodes and constants and gives the bytes of an ONNX model. */
final class OnnxGraph {

    static final int OPSET = 17;

    /** The version of the file format that came with {@link #OPSET}. */
    private static final int IR_VERSION = 8;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("network");

    /**
     * An input of float32 NCHW.
     *
     * @param shape channels, height, width; 0 = any
     */
    void input(String name, int[] shape) {
        input(name, TensorProto.DataType.FLOAT, List.of("channels", "height", "width"), shape);
    }

    /**
     * An input of uint8 NHWC.
     *
     * @param shape channels, height, width; 0 = any
     */
    void pixels(String name, int[] shape) {
        int[] rows = {shape[1], shape[2], shape[0]};
        input(name, TensorProto.DataType.UINT8, List.of("height", "width", "channels"), rows);
    }

    private void input(String name, TensorProto.DataType type, List<String> names, int[] shape) {
        TensorShapeProto.Builder sides = TensorShapeProto.newBuilder();
        sides.addDimBuilder().setDimParam("batch");
        for (int i = 0; i < shape.length; i++) {
            side(sides, names.get(i), shape[i]);
        }
        graph.addInput(tensor(name, type, TypeProto.Tensor.newBuilder().setShape(sides)));
    }

    private static void side(TensorShapeProto.Builder sides, String name, int length) {
        if (length == 0) {
            sides.addDimBuilder().setDimParam(name);
        } else {
            sides.addDimBuilder().setDimValue(length);
        }
    }

    /** Names an output; its shape follows from the graph. */
    void output(String name) {
        graph.addOutput(tensor(name, TensorProto.DataType.FLOAT, TypeProto.Tensor.newBuilder()));
    }

    private static ValueInfoProto tensor(String name, TensorProto.DataType type, TypeProto.Tensor.Builder tensor) {
        tensor.setElemType(type.getNumber());
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    void node(String type, List<String> inputs, String output, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setName(output)
                .setOpType(type)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(Arrays.asList(attributes)));
    }

    void floats(String name, float[] values, int... shape) {
        TensorProto.Builder tensor = constant(name, TensorProto.DataType.FLOAT, shape);
        graph.addInitializer(tensor.setRawData(ByteString.copyFrom(LittleEndian.bytes(values))));
    }

    void integerConstant(String name, long... values) {
        TensorProto.Builder tensor = constant(name, TensorProto.DataType.INT64, values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
    }

    /** Whole numbers of 1 or, as little-endian bytes, 4 bytes; a scalar without a shape. */
    void raw(String name, TensorProto.DataType type, byte[] bytes, int... shape) {
        graph.addInitializer(constant(name, type, shape).setRawData(ByteString.copyFrom(bytes)));
    }

    private static TensorProto.Builder constant(String name, TensorProto.DataType type, int... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
        for (int side : shape) {
            tensor.addDims(side);
        }
        return tensor;
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto integers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    byte[] bytes() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("emotion4j")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph)
                .build()
                .toByteArray();
    }
}
