package io.emotion4j.convert;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.proto.VersionDef;

/** Nodes of a TensorFlow graph, each added at the end; their names are handed on. */
final class GraphNodes {

    private final GraphDef.Builder graph =
            GraphDef.newBuilder().setVersions(VersionDef.newBuilder().setProducer(1087));

    GraphDef graph() {
        return graph.build();
    }

    static TensorInfo tensor(String node, int sides) {
        return TensorInfo.newBuilder()
                .setName(node + ":0")
                .setDtype(DataType.DT_FLOAT)
                .setTensorShape(open(sides))
                .build();
    }

    String placeholder(int sides) {
        return add(NodeDef.newBuilder()
                .setOp("Placeholder")
                .putAttr("dtype", type(DataType.DT_FLOAT))
                .putAttr("shape", AttrValue.newBuilder().setShape(open(sides)).build()));
    }

    String node(String operator, String... inputs) {
        return add(operator(operator, inputs));
    }

    String transposed(String value, int... order) {
        return add(operator("Transpose", value, ints(order)).putAttr("Tperm", type(DataType.DT_INT32)));
    }

    String flattened(String value, long length) {
        return add(operator("Reshape", value, ints(-1, (int) length)).putAttr("Tshape", type(DataType.DT_INT32)));
    }

    /** @param kernel as ONNX has it: outputs, inputs, rows, columns */
    String convolved(String value, ai.onnx.proto.OnnxMl.TensorProto kernel) {
        FloatBuffer from = floats(kernel);
        int outputs = (int) kernel.getDims(0);
        int inputs = (int) kernel.getDims(1);
        int places = (int) (kernel.getDims(2) * kernel.getDims(3));
        float[] to = new float[from.remaining()];
        for (int i = 0; i < to.length; i++) {
            int output = i / (inputs * places);
            int input = i / places % inputs;
            to[(i % places * inputs + input) * outputs + output] = from.get(i);
        }
        String weights = floats(to, (int) kernel.getDims(2), (int) kernel.getDims(3), inputs, outputs);
        return add(operator("Conv2D", value, weights)
                .putAttr("strides", list(1, 1, 1, 1))
                .putAttr("padding", text("VALID")));
    }

    /** @param weights a row an output, as ONNX's Gemm has them with transB */
    String multiplied(String value, ai.onnx.proto.OnnxMl.TensorProto weights) {
        return add(operator("MatMul", value, constant(weights))
                .putAttr("transpose_b", AttrValue.newBuilder().setB(true).build()));
    }

    String biased(String value, ai.onnx.proto.OnnxMl.TensorProto bias) {
        return node("BiasAdd", value, constant(bias));
    }

    /** TensorFlow has no such operator. */
    String prelu(String value, ai.onnx.proto.OnnxMl.TensorProto slopes) {
        float[] turned = new float[floats(slopes).remaining()];
        floats(slopes).get(turned);
        for (int i = 0; i < turned.length; i++) {
            turned[i] = -turned[i];
        }
        String below = node("Mul", node("Relu", node("Neg", value)), floats(turned, turned.length));
        return node("AddV2", node("Relu", value), below);
    }

    String pooled(String value, long side, long step, String padding) {
        return add(operator("MaxPool", value)
                .putAttr("ksize", list(1, side, side, 1))
                .putAttr("strides", list(1, step, step, 1))
                .putAttr("padding", text(padding)));
    }

    /** Rows below and columns to the right, which are the largest nowhere. */
    String lowered(String value, long count) {
        int more = (int) count;
        String sides = constant(
                DataType.DT_INT32,
                ByteBuffer.allocate(32)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(12, more)
                        .putInt(20, more),
                4,
                2);
        return more == 0
                ? value
                : add(operator("PadV2", value, sides, floats(new float[] {-Float.MAX_VALUE}))
                        .putAttr("Tpaddings", type(DataType.DT_INT32)));
    }

    private static NodeDef.Builder operator(String operator, String... inputs) {
        return NodeDef.newBuilder()
                .setOp(operator)
                .addAllInput(Arrays.asList(inputs))
                .putAttr("T", type(DataType.DT_FLOAT));
    }

    private String add(NodeDef.Builder node) {
        String name = "n" + graph.getNodeCount();
        graph.addNode(node.setName(name));
        return name;
    }

    private static FloatBuffer floats(ai.onnx.proto.OnnxMl.TensorProto tensor) {
        return tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
    }

    private String constant(ai.onnx.proto.OnnxMl.TensorProto tensor) {
        float[] values = new float[floats(tensor).remaining()];
        floats(tensor).get(values);
        return floats(
                values, tensor.getDimsList().stream().mapToInt(Long::intValue).toArray());
    }

    private String floats(float[] values, int... sides) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(DataType.DT_FLOAT, bytes, sides);
    }

    private String ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return constant(DataType.DT_INT32, bytes, values.length);
    }

    private String constant(DataType type, ByteBuffer bytes, int... sides) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        Arrays.stream(sides)
                .forEach(side -> shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(side)));
        TensorProto tensor = TensorProto.newBuilder()
                .setDtype(type)
                .setTensorShape(shape)
                .setTensorContent(ByteString.copyFrom(bytes.array()))
                .build();
        return add(NodeDef.newBuilder()
                .setOp("Const")
                .putAttr("dtype", type(type))
                .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build()));
    }

    private static TensorShapeProto open(int sides) {
        return TensorShapeProto.newBuilder()
                .addAllDim(Stream.generate(() ->
                                TensorShapeProto.Dim.newBuilder().setSize(-1).build())
                        .limit(sides)
                        .toList())
                .build();
    }

    private static AttrValue type(DataType type) {
        return AttrValue.newBuilder().setType(type).build();
    }

    private static AttrValue text(String text) {
        return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(text)).build();
    }

    private static AttrValue list(long... numbers) {
        AttrValue.ListValue.Builder list = AttrValue.ListValue.newBuilder();
        Arrays.stream(numbers).forEach(list::addI);
        return AttrValue.newBuilder().setList(list).build();
    }
}
