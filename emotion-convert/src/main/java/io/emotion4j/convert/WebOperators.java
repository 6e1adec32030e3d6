package io.emotion4j.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/** Operators that TensorFlow.js's converter puts into graphs, as those that TensorFlow has: several in one, and Prelu. */
final class WebOperators {

    private static final Map<String, String> FUSED = Map.of(
            "_FusedConv2D", "Conv2D",
            "FusedDepthwiseConv2dNative", "DepthwiseConv2dNative",
            "_FusedDepthwiseConv2dNative", "DepthwiseConv2dNative",
            "_FusedMatMul", "MatMul");

    private static final Set<String> KEPT = Set.of(
            "T", "strides", "padding", "explicit_paddings", "data_format", "dilations", "transpose_a", "transpose_b");

    private static final Set<String> FUNCTIONS = Set.of("Relu", "Relu6", "Elu", "Selu", "Sigmoid", "Tanh");

    private WebOperators() {}

    /**
     * Takes a node apart.
     *
     * @return the node itself, or several, of which the last has its name
     * @throws IllegalArgumentException if it holds an operator that is not known here
     */
    static List<NodeDef> plain(NodeDef node) {
        if (node.getOp().equals("Prelu")) {
            List<NodeDef> steps = new ArrayList<>();
            prelu(node, node.getInput(0), node.getInput(1), node.getName(), steps);
            return steps;
        }
        String base = FUSED.get(node.getOp());
        if (base == null) {
            return List.of(node);
        }
        List<String> fused =
                node
                        .getAttrMap()
                        .getOrDefault("fused_ops", AttrValue.getDefaultInstance())
                        .getList()
                        .getSList()
                        .stream()
                        .map(text -> text.toStringUtf8())
                        .toList();
        List<NodeDef> steps = new ArrayList<>();
        NodeDef.Builder first = NodeDef.newBuilder()
                .setOp(base)
                .setName(name(node, 0, fused.size()))
                .addInput(node.getInput(0))
                .addInput(node.getInput(1));
        node.getAttrMap().forEach((key, value) -> {
            if (KEPT.contains(key)) {
                first.putAttr(key, value);
            }
        });
        steps.add(first.build());
        int argument = 2;
        for (int i = 0; i < fused.size(); i++) {
            String before = steps.get(steps.size() - 1).getName();
            String name = name(node, i + 1, fused.size());
            String operator = fused.get(i);
            if (operator.equals("BiasAdd")) {
                NodeDef.Builder bias = step("BiasAdd", name, node, before, node.getInput(argument++));
                if (node.containsAttr("data_format")) {
                    bias.putAttr("data_format", node.getAttrOrThrow("data_format"));
                }
                steps.add(bias.build());
            } else if (operator.equals("Prelu")) {
                prelu(node, before, node.getInput(argument++), name, steps);
            } else if (operator.equals("LeakyRelu")) {
                NodeDef.Builder leaky = step("LeakyRelu", name, node, before);
                if (node.containsAttr("leakyrelu_alpha")) {
                    leaky.putAttr("alpha", node.getAttrOrThrow("leakyrelu_alpha"));
                }
                steps.add(leaky.build());
            } else if (FUNCTIONS.contains(operator)) {
                steps.add(step(operator, name, node, before).build());
            } else {
                throw new IllegalArgumentException("node '" + node.getName() + "' (" + node.getOp() + ") holds "
                        + fused + "; known are BiasAdd, Prelu, LeakyRelu, " + new TreeSet<>(FUNCTIONS)
                        + ". Convert the SavedModel that the model was made of");
            }
        }
        return steps;
    }

    private static String name(NodeDef node, int step, int last) {
        return step == last ? node.getName() : node.getName() + "/step" + step;
    }

    private static NodeDef.Builder step(String operator, String name, NodeDef of, String... inputs) {
        AttrValue floats = AttrValue.newBuilder().setType(DataType.DT_FLOAT).build();
        return NodeDef.newBuilder()
                .setOp(operator)
                .setName(name)
                .addAllInput(List.of(inputs))
                .putAttr("T", of.getAttrMap().getOrDefault("T", floats));
    }

    /** What is above 0, and the slope times what is below. */
    private static void prelu(NodeDef of, String value, String slope, String name, List<NodeDef> steps) {
        steps.add(step("Relu", name + "/above", of, value).build());
        steps.add(step("Neg", name + "/turned", of, value).build());
        steps.add(step("Relu", name + "/below", of, name + "/turned").build());
        steps.add(step("Mul", name + "/sloped", of, slope, name + "/below").build());
        steps.add(step("Sub", name, of, name + "/above", name + "/sloped").build());
    }
}
