package io.emotion4j.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;

/**
 * MTCNN's networks in ONNX once more as TensorFlow's SavedModels, with the same inputs and outputs: pictures as NCHW, which TensorFlow's
 * convolutions do not take on a processor, are turned at the beginning and the end.
 */
final class SavedModelOfOnnx {

    private final GraphNodes nodes = new GraphNodes();
    /** What a value of ONNX is called here; of four sides it has its channels last. */
    private final Map<String, String> names = new HashMap<>();

    private final Map<String, TensorProto> weights = new HashMap<>();
    /** Height of a value of four sides; 0 where it is open. */
    private final Map<String, Long> heights = new HashMap<>();

    private final ModelProto onnx;

    private SavedModelOfOnnx(ModelProto onnx) {
        this.onnx = onnx;
        onnx.getGraph().getInitializerList().forEach(weight -> weights.put(weight.getName(), weight));
    }

    static byte[] of(byte[] onnx) throws Exception {
        return new SavedModelOfOnnx(ModelProto.parseFrom(onnx)).write();
    }

    private byte[] write() {
        SignatureDef.Builder signature = SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");
        ValueInfoProto input = onnx.getGraph().getInput(0);
        String pixels = nodes.placeholder(4);
        signature.putInputs("input", GraphNodes.tensor(pixels, 4));
        names.put(input.getName(), nodes.transposed(pixels, 0, 2, 3, 1));
        heights.put(
                input.getName(),
                input.getType().getTensorType().getShape().getDim(2).getDimValue());
        onnx.getGraph().getNodeList().forEach(this::add);
        for (ValueInfoProto output : onnx.getGraph().getOutputList()) {
            String name = names.get(output.getName());
            boolean map = heights.containsKey(output.getName());
            signature.putOutputs(
                    output.getName(), GraphNodes.tensor(map ? nodes.transposed(name, 0, 3, 1, 2) : name, map ? 4 : 2));
        }
        return SavedModel.newBuilder()
                .setSavedModelSchemaVersion(1)
                .addMetaGraphs(MetaGraphDef.newBuilder()
                        .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve"))
                        .setGraphDef(nodes.graph())
                        .putSignatureDef("serving_default", signature.build()))
                .build()
                .toByteArray();
    }

    private void add(NodeProto node) {
        String from = node.getInput(0);
        String to = node.getOutput(0);
        String value = names.get(from);
        Long height = heights.get(from);
        String made = switch (node.getOpType()) {
            case "Conv" -> {
                TensorProto kernel = weights.get(node.getInput(1));
                height = height == 0 ? 0 : height - kernel.getDims(2) + 1;
                yield nodes.biased(nodes.convolved(value, kernel), weights.get(node.getInput(2)));
            }
            case "PRelu" -> nodes.prelu(value, weights.get(node.getInput(1)));
            case "MaxPool" -> {
                long side = ints(node, "kernel_shape").get(0);
                long step = ints(node, "strides").get(0);
                // ONNX rounds up, and so does TensorFlow with "SAME" where the window is as large as its step.
                long pooled = height == 0 ? 0 : (height - side + step - 1) / step + 1;
                long beyond = height == 0 ? 0 : (pooled - 1) * step + side - height;
                height = pooled;
                yield side == step
                        ? nodes.pooled(value, side, step, "SAME")
                        : nodes.pooled(nodes.lowered(value, beyond), side, step, "VALID");
            }
            case "Softmax" -> nodes.node("Softmax", value);
            // From channels first and the last two exchanged, to channels last and the same.
            case "Transpose" -> nodes.transposed(value, 0, 2, 1, 3);
            case "Flatten" ->
                nodes.flattened(value, weights.get(next(to).getInput(1)).getDims(1));
            case "Gemm" ->
                nodes.biased(nodes.multiplied(value, weights.get(node.getInput(1))), weights.get(node.getInput(2)));
            default -> throw new IllegalArgumentException(node.getOpType());
        };
        names.put(to, made);
        if (height != null && !node.getOpType().equals("Flatten")) {
            heights.put(to, height);
        }
    }

    private NodeProto next(String value) {
        return onnx.getGraph().getNodeList().stream()
                .filter(node -> node.getInputList().contains(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> ints(NodeProto node, String name) {
        List<Long> found = new ArrayList<>();
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.getName().equals(name)) {
                found.addAll(attribute.getIntsList());
            }
        }
        return found;
    }
}
