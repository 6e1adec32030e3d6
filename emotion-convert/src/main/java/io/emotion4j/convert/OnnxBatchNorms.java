package io.emotion4j.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds batch normalisation into the convolution before it, where nothing else reads what that gives. */
final class OnnxBatchNorms {

    private static final float EPSILON = 1e-5f;

    private OnnxBatchNorms() {}

    static void fold(OnnxNetwork network) {
        Map<String, List<NodeProto>> readers = network.readers();
        Map<String, NodeProto> makers = new HashMap<>();
        network.nodes().forEach(node -> makers.put(node.getOutput(0), node));
        for (NodeProto norm : List.copyOf(network.nodes())) {
            if (!norm.getOpType().equals("BatchNormalization")) {
                continue;
            }
            NodeProto convolution = makers.get(norm.getInput(0));
            List<NodeProto> reading = readers.getOrDefault(norm.getInput(0), List.of());
            if (convolution != null
                    && convolution.getOpType().equals("Conv")
                    && reading.size() == 1
                    && !network.outputs().contains(norm.getInput(0))) {
                fold(network, convolution, norm);
            }
        }
    }

    private static void fold(OnnxNetwork network, NodeProto convolution, NodeProto norm) {
        float[] weight = network.floats(convolution.getInput(1));
        float[] gamma = network.floats(norm.getInput(1));
        float[] beta = network.floats(norm.getInput(2));
        float[] mean = network.floats(norm.getInput(3));
        float[] variance = network.floats(norm.getInput(4));
        boolean biased = convolution.getInputCount() > 2;
        float[] bias = biased ? network.floats(convolution.getInput(2)) : new float[gamma == null ? 0 : gamma.length];
        if (weight == null || gamma == null || beta == null || mean == null || variance == null || bias == null) {
            return;
        }
        AttributeProto attribute = OnnxNetwork.attribute(norm, "epsilon");
        double epsilon = attribute == null ? EPSILON : attribute.getF();
        int each = weight.length / gamma.length;
        float[] folded = new float[weight.length];
        float[] moved = new float[gamma.length];
        for (int c = 0; c < gamma.length; c++) {
            double factor = gamma[c] / Math.sqrt(variance[c] + epsilon);
            moved[c] = (float) (beta[c] + (bias[c] - mean[c]) * factor);
            for (int i = c * each; i < (c + 1) * each; i++) {
                folded[i] = (float) (weight[i] * factor);
            }
        }
        String name = norm.getOutput(0);
        List<Long> shape = java.util.Objects.requireNonNull(
                        network.constants().get(convolution.getInput(1)), "a constant that has numbers is there")
                .getDimsList();
        network.floats(name + "/weight", folded, shape);
        network.floats(name + "/bias", moved, List.of((long) moved.length));
        NodeProto.Builder both = convolution.toBuilder()
                .clearInput()
                .addInput(convolution.getInput(0))
                .addInput(name + "/weight")
                .addInput(name + "/bias")
                .clearOutput()
                .addOutput(name);
        network.nodes().set(network.nodes().indexOf(norm), both.build());
        network.nodes().remove(convolution);
    }
}
