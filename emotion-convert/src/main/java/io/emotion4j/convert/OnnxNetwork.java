package io.emotion4j.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An ONNX network that is being changed: its nodes in the order they run, and its constants by name. */
final class OnnxNetwork {

    private final ModelProto model;
    private final List<NodeProto> nodes;
    private final Map<String, TensorProto> constants = new LinkedHashMap<>();

    private OnnxNetwork(ModelProto model) {
        this.model = model;
        this.nodes = new ArrayList<>();
        model.getGraph().getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        for (NodeProto node : model.getGraph().getNodeList()) {
            AttributeProto value = node.getOpType().equals("Constant") ? attribute(node, "value") : null;
            if (value == null) {
                nodes.add(node);
            } else {
                constants.put(
                        node.getOutput(0),
                        value.getT().toBuilder().setName(node.getOutput(0)).build());
            }
        }
    }

    /** @throws IllegalArgumentException if it is no ONNX network */
    static OnnxNetwork of(byte[] bytes) {
        try {
            return new OnnxNetwork(ModelProto.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("it is no ONNX network (" + e.getMessage() + ")", e);
        }
    }

    static @Nullable AttributeProto attribute(NodeProto node, String name) {
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.getName().equals(name)) {
                return attribute;
            }
        }
        return null;
    }

    List<NodeProto> nodes() {
        return nodes;
    }

    Map<String, TensorProto> constants() {
        return constants;
    }

    List<String> outputs() {
        return model.getGraph().getOutputList().stream()
                .map(ValueInfoProto::getName)
                .toList();
    }

    /** The version of the operators that have no domain. */
    long opset() {
        return model.getOpsetImportList().stream()
                .filter(set -> set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx"))
                .mapToLong(OperatorSetIdProto::getVersion)
                .max()
                .orElse(1);
    }

    /** {@return who reads each value} */
    Map<String, List<NodeProto>> readers() {
        Map<String, List<NodeProto>> readers = new HashMap<>();
        for (NodeProto node : nodes) {
            node.getInputList()
                    .forEach(input -> readers.computeIfAbsent(input, name -> new ArrayList<>())
                            .add(node));
        }
        return readers;
    }

    /** {@return a constant's numbers; null where it is none of float32 that lies in the file} */
    float @Nullable [] floats(String name) {
        TensorProto tensor = constants.get(name);
        if (tensor == null || tensor.getDataType() != TensorProto.DataType.FLOAT_VALUE) {
            return null;
        }
        if (tensor.getFloatDataCount() > 0) {
            float[] values = new float[tensor.getFloatDataCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.getFloatData(i);
            }
            return values;
        }
        FloatBuffer raw = tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] values = new float[raw.remaining()];
        raw.get(values);
        return values;
    }

    void floats(String name, float[] values, Iterable<Long> shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        raw(name, TensorProto.DataType.FLOAT, bytes.array(), shape);
    }

    void raw(String name, TensorProto.DataType type, byte[] bytes, Iterable<Long> shape) {
        constants.put(
                name,
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(type.getNumber())
                        .addAllDims(shape)
                        .setRawData(ByteString.copyFrom(bytes))
                        .build());
    }

    /**
     * The file.
     *
     * @param further values that become outputs, too
     * @param domains of operators that are used now, with their versions
     */
    byte[] bytes(Iterable<String> further, Map<String, Long> domains) {
        GraphProto.Builder graph =
                model.getGraph().toBuilder().clearNode().clearInitializer().clearValueInfo();
        graph.addAllNode(nodes);
        java.util.Set<String> used = new java.util.HashSet<>(outputs());
        nodes.forEach(node -> used.addAll(node.getInputList()));
        nodes.stream()
                .flatMap(node -> node.getAttributeList().stream())
                .filter(AttributeProto::hasG)
                .forEach(attribute ->
                        attribute.getG().getNodeList().forEach(inner -> used.addAll(inner.getInputList())));
        constants.values().stream()
                .filter(tensor -> used.contains(tensor.getName()))
                .forEach(graph::addInitializer);
        further.forEach(name -> graph.addOutput(ValueInfoProto.newBuilder().setName(name)));
        ModelProto.Builder written = model.toBuilder().setGraph(graph);
        domains.forEach((domain, version) -> {
            if (model.getOpsetImportList().stream()
                    .noneMatch(set -> set.getDomain().equals(domain))) {
                written.addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(version));
            }
        });
        return written.build().toByteArray();
    }
}
