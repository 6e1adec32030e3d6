package io.emotion4j.convert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorProto;

/**
 * A graph whose variables become constants. TensorFlow 1 reads them in the graph itself; TensorFlow 2 hands them, as resources, to
 * functions, which call others: there the resource becomes the value, and reading it does nothing.
 */
final class FrozenGraph {

    static final Set<String> VARIABLES = Set.of("VarHandleOp", "Variable", "VariableV2");
    private static final String SIGNATURE = "serving_default";
    private static final Set<String> CALLS = Set.of("PartitionedCall", "StatefulPartitionedCall");
    private static final String READ = "ReadVariableOp";

    private final MetaGraphDef content;
    private final Map<String, TensorProto> values;
    private final Map<String, FunctionDef> functions = new HashMap<>();
    private final Map<String, FunctionDef> frozen = new LinkedHashMap<>();
    private final Map<String, List<DataType>> called = new HashMap<>();

    FrozenGraph(MetaGraphDef content, Map<String, TensorProto> values) {
        this.content = content;
        this.values = values;
        content.getGraphDef()
                .getLibrary()
                .getFunctionList()
                .forEach(function -> functions.put(function.getSignature().getName(), function));
    }

    MetaGraphDef freeze() {
        SignatureDef signature = content.getSignatureDefMap().get(SIGNATURE);
        if (signature == null) {
            throw new IllegalArgumentException("it has the signatures "
                    + new TreeSet<>(content.getSignatureDefMap().keySet()) + ", expected \"" + SIGNATURE
                    + "\"; export it with that signature");
        }
        GraphDef.Builder graph =
                GraphDef.newBuilder().setVersions(content.getGraphDef().getVersions());
        // Of the variables and of what only hands them on: which numbers they are of.
        Map<String, DataType> resources = new HashMap<>();
        for (NodeDef node : needed(signature)) {
            TensorProto value = values.get(node.getName());
            if (value != null && VARIABLES.contains(node.getOp())) {
                graph.addNode(constant(node, value));
                if (node.getOp().equals("VarHandleOp")) {
                    resources.put(node.getName(), value.getDtype());
                }
            } else {
                graph.addNode(rewritten(node, resources, false));
            }
        }
        graph.setLibrary(FunctionDefLibrary.newBuilder().addAllFunction(frozen.values()));
        return MetaGraphDef.newBuilder()
                .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags(TensorFlowVariables.TAG))
                .setGraphDef(graph)
                .putSignatureDef(SIGNATURE, signature)
                .build();
    }

    /** What the outputs depend on, in an order in which each node comes after what it reads. */
    private List<NodeDef> needed(SignatureDef signature) {
        Map<String, NodeDef> nodes = new HashMap<>();
        content.getGraphDef().getNodeList().forEach(node -> nodes.put(node.getName(), node));
        Deque<String> open = new ArrayDeque<>();
        signature.getOutputsMap().values().forEach(output -> open.push(name(output.getName())));
        signature.getInputsMap().values().forEach(input -> open.push(name(input.getName())));
        Set<String> entered = new HashSet<>();
        Set<String> left = new HashSet<>();
        List<NodeDef> order = new ArrayList<>();
        while (!open.isEmpty()) {
            String name = open.peek();
            NodeDef node = nodes.get(name);
            if (node == null) {
                throw new IllegalArgumentException("its graph has no node '" + name + "'; it is damaged");
            }
            if (entered.add(name)) {
                node.getInputList().stream()
                        .map(FrozenGraph::name)
                        .filter(input -> !entered.contains(input))
                        .forEach(open::push);
            } else {
                open.pop();
                if (left.add(name)) {
                    order.add(node);
                }
            }
        }
        return order;
    }

    /** {@code "^node"}, {@code "node:1"} and {@code "node:output:0"} to {@code "node"} */
    private static String name(String input) {
        String name = input.startsWith("^") ? input.substring(1) : input;
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static NodeDef constant(NodeDef node, TensorProto value) {
        return NodeDef.newBuilder()
                .setName(node.getName())
                .setOp("Const")
                .putAttr("dtype", type(value.getDtype()))
                .putAttr("value", AttrValue.newBuilder().setTensor(value).build())
                .build();
    }

    private static AttrValue type(DataType type) {
        return AttrValue.newBuilder().setType(type).build();
    }

    /** @param inFunction where outputs are called by the operator's own names for them */
    private NodeDef rewritten(NodeDef node, Map<String, DataType> resources, boolean inFunction) {
        List<DataType> given = new ArrayList<>();
        for (String input : node.getInputList()) {
            if (!input.startsWith("^")) {
                given.add(resources.getOrDefault(name(input), DataType.DT_INVALID));
            }
        }
        NodeDef.Builder builder = node.toBuilder();
        if (inFunction) {
            for (int i = 0; i < node.getInputCount(); i++) {
                builder.setInput(i, renamed(node.getInput(i), resources));
            }
        }
        DataType first = given.isEmpty() ? DataType.DT_INVALID : given.get(0);
        boolean hasResource = given.stream().anyMatch(type -> type != DataType.DT_INVALID);
        if (CALLS.contains(node.getOp())) {
            return call(node, builder, given).build();
        }
        if (!hasResource) {
            return builder.build();
        }
        if (node.getOp().equals(READ)) {
            AttrValue type = node.getAttrOrThrow("dtype");
            return builder.setOp("Identity").clearAttr().putAttr("T", type).build();
        }
        if (node.getOp().equals("Identity")) {
            resources.put(node.getName(), first);
            return builder.clearAttr().putAttr("T", type(first)).build();
        }
        throw new IllegalArgumentException("node '" + node.getName() + "' (" + node.getOp()
                + ") does more with a variable than read it; export the network for inference alone");
    }

    /** A variable's reading was called "value", what stands in its place calls it "output". */
    private static String renamed(String input, Map<String, DataType> resources) {
        return resources.containsKey(READ + "/" + name(input)) ? input.replace(":value:", ":output:") : input;
    }

    private NodeDef.Builder call(NodeDef node, NodeDef.Builder builder, List<DataType> given) {
        String function = node.getAttrOrThrow("f").getFunc().getName();
        freeze(function, given);
        AttrValue.ListValue.Builder types = node.getAttrOrThrow("Tin").getList().toBuilder();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) != DataType.DT_INVALID) {
                types.setType(i, given.get(i));
            }
        }
        return builder.putAttr("Tin", AttrValue.newBuilder().setList(types).build());
    }

    /** @param given by argument: the numbers that a variable holds, DT_INVALID for what is no variable */
    private void freeze(String name, List<DataType> given) {
        List<DataType> before = called.putIfAbsent(name, given);
        if (before != null) {
            if (!before.equals(given)) {
                throw new IllegalArgumentException(
                        "function '" + name + "' is called with variables of different types");
            }
            return;
        }
        FunctionDef function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("its graph has no function '" + name + "'; it is damaged");
        }
        FunctionDef.Builder builder = function.toBuilder().clearNodeDef().clearResourceArgUniqueId();
        Map<String, DataType> resources = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) != DataType.DT_INVALID) {
                builder.getSignatureBuilder().getInputArgBuilder(i).setType(given.get(i));
                builder.removeArgAttr(i);
                resources.put(function.getSignature().getInputArg(i).getName(), given.get(i));
            }
        }
        // Nodes of a function stand in any order: first, what only hands a variable on.
        boolean found = true;
        while (found) {
            found = false;
            for (NodeDef node : function.getNodeDefList()) {
                if (node.getInputCount() > 0 && resources.containsKey(name(node.getInput(0)))) {
                    DataType type = resources.get(name(node.getInput(0)));
                    String key = node.getOp().equals(READ) ? READ + "/" + node.getName() : node.getName();
                    boolean handsOn = node.getOp().equals(READ) || node.getOp().equals("Identity");
                    found |= handsOn && type != null && resources.put(key, type) == null;
                }
            }
        }
        for (NodeDef node : function.getNodeDefList()) {
            builder.addNodeDef(rewritten(node, resources, true));
        }
        function.getRetMap().forEach((output, value) -> builder.putRet(output, renamed(value, resources)));
        frozen.put(name, builder.build());
    }
}
