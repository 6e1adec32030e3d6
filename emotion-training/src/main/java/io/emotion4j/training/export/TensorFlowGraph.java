package io.emotion4j.training.export;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.proto.VersionDef;

/** Gathers nodes and constants and gives the bytes of a SavedModel with one signature. */
final class TensorFlowGraph {

    static final DataType FLOAT = DataType.DT_FLOAT;
    static final DataType INTEGER = DataType.DT_INT32;
    static final DataType BYTE = DataType.DT_UINT8;

    /** Version of the graph format, of TensorFlow 2.10: what its nodes mean to every later release. */
    private static final int GRAPH_VERSION = 1286;

    private final GraphDef.Builder graph =
            GraphDef.newBuilder().setVersions(VersionDef.newBuilder().setProducer(GRAPH_VERSION));
    private final SignatureDef.Builder signature =
            SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");

    /** @param sides without the batch; 0 = any */
    void input(String name, DataType type, int... sides) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setSize(-1);
        for (int side : sides) {
            shape.addDimBuilder().setSize(side == 0 ? -1 : side);
        }
        NodeDef.Builder node = graph.addNodeBuilder().setName(name).setOp("Placeholder");
        type(node, "dtype", type);
        node.putAttr("shape", AttrValue.newBuilder().setShape(shape).build());
        signature.putInputs(name, tensor(name, type).setTensorShape(shape).build());
    }

    /** Names an output; its shape follows from the graph. */
    void output(String name) {
        TensorShapeProto unknown =
                TensorShapeProto.newBuilder().setUnknownRank(true).build();
        signature.putOutputs(name, tensor(name, FLOAT).setTensorShape(unknown).build());
    }

    private static TensorInfo.Builder tensor(String name, DataType type) {
        return TensorInfo.newBuilder().setName(name + ":0").setDtype(type);
    }

    /** A node whose attribute T is float32. */
    NodeDef.Builder node(String op, String name, String... inputs) {
        return add(op, name, FLOAT, inputs);
    }

    /** A node whose attribute T is int32. */
    NodeDef.Builder integerNode(String op, String name, String... inputs) {
        return add(op, name, INTEGER, inputs);
    }

    private NodeDef.Builder add(String op, String name, DataType type, String... inputs) {
        NodeDef.Builder node = graph.addNodeBuilder().setName(name).setOp(op).addAllInput(Arrays.asList(inputs));
        type(node, "T", type);
        return node;
    }

    /** Bytes as floats. */
    void numbers(String in, String out) {
        NodeDef.Builder node = graph.addNodeBuilder().setName(out).setOp("Cast").addInput(in);
        type(node, "SrcT", BYTE);
        type(node, "DstT", FLOAT);
    }

    void shape(String in, String out) {
        type(node("Shape", out, in), "out_type", INTEGER);
    }

    /** {@code count} numbers of a vector of integers. */
    void slice(String in, String out, int from, int count) {
        integers(out + "/from", from);
        integers(out + "/count", count);
        type(integerNode("Slice", out, in, out + "/from", out + "/count"), "Index", INTEGER);
    }

    void floats(String name, float[] values, int... shape) {
        constant(
                name,
                FLOAT,
                TensorProto.newBuilder().setTensorContent(ByteString.copyFrom(LittleEndian.bytes(values))),
                shape);
    }

    void integers(String name, int... values) {
        integers(name, new int[] {values.length}, values);
    }

    void integers(String name, int[] shape, int... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder();
        Arrays.stream(values).forEach(tensor::addIntVal);
        constant(name, INTEGER, tensor, shape);
    }

    /** A single number, without a dimension. */
    void integer(String name, int value) {
        constant(name, INTEGER, TensorProto.newBuilder().addIntVal(value));
    }

    private void constant(String name, DataType type, TensorProto.Builder tensor, int... shape) {
        TensorShapeProto.Builder sides = TensorShapeProto.newBuilder();
        Arrays.stream(shape).forEach(side -> sides.addDimBuilder().setSize(side));
        NodeDef.Builder node = graph.addNodeBuilder().setName(name).setOp("Const");
        type(node, "dtype", type);
        tensor.setDtype(type).setTensorShape(sides);
        node.putAttr("value", AttrValue.newBuilder().setTensor(tensor).build());
    }

    static void type(NodeDef.Builder node, String name, DataType value) {
        node.putAttr(name, AttrValue.newBuilder().setType(value).build());
    }

    static void flag(NodeDef.Builder node, String name, boolean value) {
        node.putAttr(name, AttrValue.newBuilder().setB(value).build());
    }

    static void whole(NodeDef.Builder node, String name, long value) {
        node.putAttr(name, AttrValue.newBuilder().setI(value).build());
    }

    static void text(NodeDef.Builder node, String name, String value) {
        node.putAttr(
                name,
                AttrValue.newBuilder().setS(ByteString.copyFromUtf8(value)).build());
    }

    static void integers(NodeDef.Builder node, String name, long... values) {
        List<Long> list = Arrays.stream(values).boxed().toList();
        node.putAttr(
                name,
                AttrValue.newBuilder()
                        .setList(AttrValue.ListValue.newBuilder().addAllI(list))
                        .build());
    }

    byte[] bytes() {
        MetaGraphDef.Builder meta = MetaGraphDef.newBuilder()
                .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve"))
                .setGraphDef(graph)
                .putSignatureDef("serving_default", signature.build());
        SavedModel model = SavedModel.newBuilder()
                .setSavedModelSchemaVersion(1)
                .addMetaGraphs(meta)
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(model.getSerializedSize());
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            // Attributes are maps, whose order protobuf leaves open otherwise.
            out.useDeterministicSerialization();
            model.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
