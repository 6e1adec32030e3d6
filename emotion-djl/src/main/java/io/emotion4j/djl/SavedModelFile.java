package io.emotion4j.djl;

import com.google.protobuf.InvalidProtocolBufferException;
import io.emotion4j.ModelLoadException;
import io.emotion4j.spi.NetworkSpec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/**
 * One frozen {@code saved_model.pb}: a graph whose weights are constants, and the signature that says what goes in and what
 * comes out. Read from memory, so that no folder has to be written for TensorFlow to read.
 */
final class SavedModelFile {

    private static final String TAG = "serve";
    private static final String SIGNATURE = "serving_default";
    /** Nodes whose values lie in a folder beside the file. */
    private static final Set<String> VARIABLES = Set.of("Variable", "VariableV2", "VarHandleOp");

    private final NetworkSpec network;
    private final MetaGraphDef content;
    private final SignatureDef signature;

    private SavedModelFile(NetworkSpec network, MetaGraphDef content, SignatureDef signature) {
        this.network = network;
        this.content = content;
        this.signature = signature;
    }

    /**
     * Reads the file.
     *
     * @throws ModelLoadException if it has no such signature, or weights that are not in it
     * @throws IOException if the bytes are no SavedModel
     */
    static SavedModelFile read(NetworkSpec network, byte[] bytes) throws IOException {
        List<MetaGraphDef> contents = parse(bytes).getMetaGraphsList();
        MetaGraphDef content = contents.stream()
                .filter(graph -> graph.getMetaInfoDef().getTagsList().contains(TAG))
                .findFirst()
                .orElseThrow(() -> new ModelLoadException("Model '" + network.id() + "' has " + contents.size()
                        + " graphs in its SavedModel file, none with the tag \"" + TAG + "\"; export it for serving"));
        SignatureDef signature = content.getSignatureDefMap().get(SIGNATURE);
        if (signature == null) {
            throw new ModelLoadException("Model '" + network.id() + "' has the signatures "
                    + new TreeSet<>(content.getSignatureDefMap().keySet()) + " in its SavedModel file, expected \""
                    + SIGNATURE
                    + "\"; export it with that signature");
        }
        String variables = content.getGraphDef().getNodeList().stream()
                .filter(node -> VARIABLES.contains(node.getOp()))
                .map(NodeDef::getName)
                .limit(3)
                .collect(Collectors.joining(", "));
        if (!variables.isEmpty()) {
            throw new ModelLoadException("Model '" + network.id() + "' has weights outside its SavedModel file ("
                    + variables + "); freeze it, so that they are constants of the graph");
        }
        return new SavedModelFile(network, content, signature);
    }

    private static SavedModel parse(byte[] bytes) throws IOException {
        try {
            return SavedModel.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("it is no SavedModel (" + e.getMessage() + ")", e);
        }
    }

    GraphDef graph() {
        return content.getGraphDef();
    }

    /** {@return the input's tensor in the graph, such as {@code "input:0"}} */
    String input() {
        return tensor("input", network.input(), signature.getInputsMap());
    }

    /** {@return the tensor in the graph of an input whose value is always the same} */
    String constant(String name) {
        return tensor("input", name, signature.getInputsMap());
    }

    /** {@return an output's tensor in the graph} */
    String output(String name) {
        return tensor("output", name, signature.getOutputsMap());
    }

    private String tensor(String what, String name, Map<String, TensorInfo> tensors) {
        TensorInfo tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelLoadException(
                    "Model '" + network.id() + "' has " + what + "s " + new TreeSet<>(tensors.keySet())
                            + " in its SavedModel file, its descriptor says " + name + "; check \"" + what
                            + (what.equals("input") ? "\"" : "s\""));
        }
        return tensor.getName();
    }
}
