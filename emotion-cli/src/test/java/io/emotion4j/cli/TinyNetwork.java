package io.emotion4j.cli;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Networks in ONNX for tests, of one layer: pictures of 8x8 pixels in, three scores out. */
final class TinyNetwork {

    private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
    static final int PIXELS = 64;
    static final int SCORES = 3;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");

    private TinyNetwork() {}

    /** Input [N,1,8,8], output "scores" [N,3]: logits. */
    static byte[] logits() {
        return classifier(weights(1), "Gemm", -1, 1, 8, 8);
    }

    /** The same, of which an operator such as Softmax follows. */
    static byte[] endingIn(String operator) {
        return classifier(weights(1), operator, -1, 1, 8, 8);
    }

    /** Logits of pictures of other sides; a side below 0 is open. */
    static byte[] of(long... sides) {
        return classifier(weights(1), "Gemm", sides);
    }

    /** All weights are this number. */
    static byte[] of(float weight) {
        float[] weights = new float[PIXELS * SCORES];
        Arrays.fill(weights, weight);
        return classifier(tensor(weights), "Gemm", -1, 1, 8, 8);
    }

    /** The weights lie in a file beside it, from a byte on. */
    static byte[] withWeightsIn(String file, int offset) {
        TensorProto.Builder weights = TensorProto.newBuilder()
                .setName("weights")
                .setDataType(FLOAT)
                .addDims(PIXELS)
                .addDims(SCORES)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", file))
                .addExternalData(entry("offset", String.valueOf(offset)));
        return classifier(weights.build(), "Gemm", -1, 1, 8, 8);
    }

    /** What lies beside it. */
    static byte[] weightsFile() {
        return weights(1).getRawData().toByteArray();
    }

    /** With a second input, "keep_prob", by which the scores are multiplied. */
    static byte[] withKeepProb() {
        TinyNetwork network = new TinyNetwork();
        network.layer(weights(1), "flat", "x", -1, 1, 8, 8);
        network.node("Mul", "scores", "x", "keep_prob");
        network.graph.addInput(value("keep_prob", 1)).addOutput(value("scores", -1, SCORES));
        return network.bytes();
    }

    /** Input [N,3,H,W] of any size, output "scores" [N,3,1,1]: the mean of each channel. */
    static byte[] means() {
        TinyNetwork network = new TinyNetwork();
        network.graph.addInput(value("input", -1, 3, -1, -1)).addOutput(value("scores", -1, 3, 1, 1));
        network.node("GlobalAveragePool", "scores", "input");
        return network.bytes();
    }

    private static byte[] classifier(TensorProto weights, String last, long... sides) {
        TinyNetwork network = new TinyNetwork();
        if (last.equals("Gemm")) {
            network.layer(weights, "flat", "scores", sides);
        } else {
            network.layer(weights, "flat", "x", sides);
            network.node(last, "scores", "x");
        }
        network.graph.addOutput(value("scores", -1, SCORES));
        return network.bytes();
    }

    private void layer(TensorProto weights, String flat, String output, long... sides) {
        graph.addInput(value("input", sides)).addInitializer(weights);
        node("Flatten", flat, "input");
        node("Gemm", output, flat, "weights");
    }

    private void node(String operator, String output, String... inputs) {
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).addOutput(output);
        for (String input : inputs) {
            node.addInput(input);
        }
        graph.addNode(node);
    }

    private byte[] bytes() {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static TensorProto weights(int seed) {
        Random random = new Random(seed);
        float[] weights = new float[PIXELS * SCORES];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian() / 8;
        }
        return tensor(weights);
    }

    private static TensorProto tensor(float[] numbers) {
        ByteBuffer raw = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(numbers);
        return TensorProto.newBuilder()
                .setName("weights")
                .setDataType(FLOAT)
                .addDims(PIXELS)
                .addDims(SCORES)
                .setRawData(ByteString.copyFrom(raw.array()))
                .build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private static ValueInfoProto value(String name, long... sides) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long side : sides) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(side < 0 ? dimension.setDimParam("N") : dimension.setDimValue(side));
        }
        TypeProto.Tensor tensor =
                TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(shape).build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
