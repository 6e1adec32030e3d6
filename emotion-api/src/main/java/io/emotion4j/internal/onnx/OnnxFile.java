package io.emotion4j.internal.onnx;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A network in ONNX, of which only what is asked for is looked at. */
public final class OnnxFile {

    // Numbers of fields in onnx.proto3.
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_TYPE = 4;

    private static final Set<String> SAME_NUMBERS =
            Set.of("Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Cast");

    private final Message model;
    private final Message graph;

    private OnnxFile(Message model, Message graph) {
        this.model = model;
        this.graph = graph;
    }

    /**
     * Reads a file.
     *
     * @param bytes the file
     * @return the network
     * @throws IllegalArgumentException if it is no ONNX file; the message says why
     */
    public static OnnxFile of(byte[] bytes) {
        Message model = Message.of(bytes);
        List<Message> graphs = model.messages(MODEL_GRAPH);
        if (graphs.isEmpty() || graphs.get(0).messages(GRAPH_OUTPUT).isEmpty()) {
            throw new IllegalArgumentException("it holds no network of ONNX");
        }
        return new OnnxFile(model, graphs.get(0));
    }

    /** {@return the inputs that have to be fed, in order: those that are not weights} */
    public List<OnnxValue> inputs() {
        Set<String> weights = graph.messages(GRAPH_INITIALIZER).stream()
                .map(tensor -> tensor.text(OnnxTensor.NAME))
                .collect(Collectors.toSet());
        return graph.messages(GRAPH_INPUT).stream()
                .map(OnnxValue::of)
                .filter(input -> !weights.contains(input.name()))
                .toList();
    }

    /** {@return the outputs, in order} */
    public List<OnnxValue> outputs() {
        return graph.messages(GRAPH_OUTPUT).stream().map(OnnxValue::of).toList();
    }

    /**
     * What makes an output.
     *
     * @param output its name
     * @return the operator, such as {@code Softmax}, of which only shapes or types were changed after it; empty where there is none
     */
    public String operatorOf(String output) {
        String wanted = output;
        List<Message> nodes = graph.messages(GRAPH_NODE);
        // Nodes stand after those whose outputs they take.
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Message node = nodes.get(i);
            if (node.texts(NODE_OUTPUT).contains(wanted)) {
                List<String> inputs = node.texts(NODE_INPUT);
                if (!SAME_NUMBERS.contains(node.text(NODE_TYPE)) || inputs.isEmpty()) {
                    return node.text(NODE_TYPE);
                }
                wanted = inputs.get(0);
            }
        }
        return "";
    }

    /** {@return the weight that holds a number that is not finite, and where; null where all are finite} */
    public @Nullable String brokenWeight() {
        for (Message tensor : graph.messages(GRAPH_INITIALIZER)) {
            String broken = OnnxTensor.notFinite(tensor);
            if (broken != null) {
                return broken;
            }
        }
        return null;
    }

    /** {@return a line for each large weight a fifth of which is one number other than 0, as in a file that was damaged} */
    public List<String> evenWeights() {
        List<String> even = new ArrayList<>();
        for (Message tensor : graph.messages(GRAPH_INITIALIZER)) {
            String found = OnnxTensor.oftenTheSame(tensor);
            if (found != null) {
                even.add("weight '" + tensor.text(OnnxTensor.NAME) + "' is " + found
                        + "; the file is damaged, or was never trained: copy or export it again");
            }
        }
        return even;
    }

    /** {@return the files beside this one that hold weights} */
    public Set<String> dataFiles() {
        Set<String> files = new LinkedHashSet<>();
        for (Message tensor : graph.messages(GRAPH_INITIALIZER)) {
            String location = OnnxTensor.external(tensor).get("location");
            if (location != null) {
                files.add(location);
            }
        }
        return files;
    }

    /**
     * The same network with all weights within it.
     *
     * @param files the content of a file beside it, by its name
     * @return the bytes of an ONNX file
     * @throws IllegalArgumentException if a file is too short for what the network takes from it
     */
    public byte[] withData(Function<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Message.Field field : model.fields()) {
            if (field.number() == MODEL_GRAPH) {
                byte[] whole = graphWithData(files);
                Message.write(out, MODEL_GRAPH, whole, 0, whole.length);
            } else {
                model.copy(field, out);
            }
        }
        return out.toByteArray();
    }

    private byte[] graphWithData(Function<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Message.Field> fields = new ArrayList<>(graph.fields());
        for (Message.Field field : fields) {
            if (field.number() == GRAPH_INITIALIZER && field.isMessage()) {
                byte[] tensor = OnnxTensor.withData(graph.message(field), files);
                Message.write(out, GRAPH_INITIALIZER, tensor, 0, tensor.length);
            } else {
                graph.copy(field, out);
            }
        }
        return out.toByteArray();
    }
}
