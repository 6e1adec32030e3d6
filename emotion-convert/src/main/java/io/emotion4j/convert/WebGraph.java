package io.emotion4j.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

/** The graph of a TensorFlow.js model, its weights put into the constants that the shards hold. */
final class WebGraph {

    private static final String SIGNATURE = "serving_default";

    private WebGraph() {}

    /** {@return a whole {@code saved_model.pb}} */
    static byte[] of(JsonNode model, Map<String, WebWeights.Weight> weights) {
        GraphDef.Builder read = GraphDef.newBuilder();
        JsonMessage.merge(model.path("modelTopology"), read);
        if (read.getNodeCount() == 0) {
            throw new IllegalArgumentException(
                    "\"modelTopology\" has neither a graph's nodes nor Keras's layers; expected a graph model or a layers"
                            + " model");
        }
        Set<String> left = new TreeSet<>(weights.keySet());
        GraphDef.Builder graph =
                GraphDef.newBuilder().setVersions(read.getVersions()).setLibrary(read.getLibrary());
        for (NodeDef node : read.getNodeList()) {
            WebWeights.Weight weight = weights.get(node.getName());
            left.remove(node.getName());
            if (weight != null && node.getOp().equals("Const")) {
                graph.addNode(constant(node, weight));
            } else {
                graph.addAllNode(WebOperators.plain(node));
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("the graph has no constants " + left
                    + ", of which the shards hold weights; the files are not of one export");
        }
        MetaGraphDef content = MetaGraphDef.newBuilder()
                .setGraphDef(graph)
                .putSignatureDef(SIGNATURE, signature(model, graph.getNodeList()))
                .build();
        return SavedModel.newBuilder()
                .setSavedModelSchemaVersion(1)
                .addMetaGraphs(new FrozenGraph(content, Map.of()).freeze())
                .build()
                .toByteArray();
    }

    private static NodeDef constant(NodeDef node, WebWeights.Weight weight) {
        DataType type = switch (weight.type()) {
            case "int32" -> DataType.DT_INT32;
            case "bool" -> DataType.DT_BOOL;
            default -> DataType.DT_FLOAT;
        };
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int side : weight.shape()) {
            shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(side));
        }
        TensorProto tensor = TensorProto.newBuilder()
                .setDtype(type)
                .setTensorShape(shape)
                .setTensorContent(ByteString.copyFrom(weight.bytes()))
                .build();
        return NodeDef.newBuilder()
                .setName(node.getName())
                .setOp("Const")
                .putAttr("dtype", AttrValue.newBuilder().setType(type).build())
                .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build())
                .build();
    }

    /** As the file has it; in older files it has none, and what nobody feeds or reads is input and output. */
    private static SignatureDef signature(JsonNode model, List<NodeDef> nodes) {
        JsonNode told = model.has("signature")
                ? model.path("signature")
                : model.path("userDefinedMetadata").path("signature");
        SignatureDef.Builder signature = SignatureDef.newBuilder();
        if (told.isObject()) {
            JsonMessage.merge(told, signature);
        }
        Map<String, TensorInfo> inputs = new LinkedHashMap<>();
        Map<String, TensorInfo> outputs = new LinkedHashMap<>();
        if (signature.getInputsCount() > 0 && signature.getOutputsCount() > 0) {
            signature.getInputsMap().forEach((name, info) -> inputs.put(plain(name), info));
            signature.getOutputsMap().forEach((name, info) -> outputs.put(plain(name), info));
        } else {
            Set<String> taken = new HashSet<>();
            nodes.forEach(node -> node.getInputList().forEach(input -> taken.add(input.replaceAll("^\\^|:.*$", ""))));
            for (NodeDef node : nodes) {
                if (node.getOp().equals("Placeholder")) {
                    inputs.put(node.getName(), info(node));
                } else if (!taken.contains(node.getName())) {
                    outputs.put(node.getName(), info(node));
                }
            }
        }
        return SignatureDef.newBuilder()
                .setMethodName("tensorflow/serving/predict")
                .putAllInputs(inputs)
                .putAllOutputs(outputs)
                .build();
    }

    /** {@code "Identity:0"} to {@code "Identity"} */
    private static String plain(String name) {
        return name.endsWith(":0") ? name.substring(0, name.length() - 2) : name;
    }

    private static TensorInfo info(NodeDef node) {
        AttrValue type = node.getAttrMap()
                .getOrDefault("dtype", node.getAttrMap().getOrDefault("T", AttrValue.getDefaultInstance()));
        TensorInfo.Builder info =
                TensorInfo.newBuilder().setName(node.getName() + ":0").setDtype(type.getType());
        return node.containsAttr("shape")
                ? info.setTensorShape(node.getAttrOrThrow("shape").getShape()).build()
                : info.setTensorShape(TensorShapeProto.newBuilder().setUnknownRank(true))
                        .build();
    }
}
