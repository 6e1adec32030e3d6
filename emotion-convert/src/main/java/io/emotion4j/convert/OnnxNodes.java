package io.emotion4j.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers the nodes of an ONNX network that is being written. */
final class OnnxNodes {

    private static final int OPSET = 17;
    /** The version of the file format that came with it. */
    private static final int IR_VERSION = 8;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("network");
    private final Set<String> names = new HashSet<>();

    /** {@return the name, or one like it that nothing has yet} */
    private String fresh(String name) {
        String free = name;
        for (int i = 1; !names.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    /** @param shape without the batch; 0 for any size */
    String input(String name, int... shape) {
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE);
        tensor.getShapeBuilder().addDimBuilder().setDimParam("batch");
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] == 0) {
                tensor.getShapeBuilder().addDimBuilder().setDimParam(name + "_" + i);
            } else {
                tensor.getShapeBuilder().addDimBuilder().setDimValue(shape[i]);
            }
        }
        String free = fresh(name);
        graph.addInput(ValueInfoProto.newBuilder()
                .setName(free)
                .setType(TypeProto.newBuilder().setTensorType(tensor)));
        return free;
    }

    /** Makes a value an output, under a name of its own. */
    void output(String value, String name) {
        String free = fresh(name);
        graph.addNode(NodeProto.newBuilder()
                .setName(free)
                .setOpType("Identity")
                .addInput(value)
                .addOutput(free));
        graph.addOutput(ValueInfoProto.newBuilder()
                .setName(free)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE))));
    }

    /** {@return the name of the value that the new node gives} */
    String node(String type, String name, List<String> inputs, AttributeProto... attributes) {
        String free = fresh(name);
        graph.addNode(NodeProto.newBuilder()
                .setName(free)
                .setOpType(type)
                .addAllInput(inputs)
                .addOutput(free)
                .addAllAttribute(Arrays.asList(attributes)));
        return free;
    }

    String floats(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(
                TensorProto.newBuilder()
                        .setDataType(TensorProto.DataType.FLOAT_VALUE)
                        .setRawData(ByteString.copyFrom(bytes)),
                name,
                shape);
    }

    String array(String name, KerasArray array) {
        return floats(name, array.values(), array.dimensions());
    }

    String number(String name, double value) {
        return floats(name, new float[] {(float) value});
    }

    String indices(String name, long... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(TensorProto.DataType.INT64_VALUE);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return constant(tensor, name, values.length);
    }

    private String constant(TensorProto.Builder tensor, String name, long... shape) {
        String free = fresh(name);
        for (long side : shape) {
            tensor.addDims(side);
        }
        graph.addInitializer(tensor.setName(free));
        return free;
    }

    static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto real(String name, double value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF((float) value)
                .build();
    }

    static AttributeProto wholes(String name, int... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (int value : values) {
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
