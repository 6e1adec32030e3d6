package io.emotion4j.convert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/** Writes a graph as TensorFlow.js's converter does: the graph as JSON, its constants in two shards. */
final class WebFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WebFiles() {}

    static Path write(Path folder, MetaGraphDef graph) throws IOException {
        ObjectNode model = JSON.createObjectNode().put("format", "graph-model").put("generatedBy", "2.15.0");
        ArrayNode weights = JSON.createArrayNode();
        ByteArrayOutputStream shards = new ByteArrayOutputStream();
        GraphDef.Builder topology = graph.getGraphDef().toBuilder();
        for (NodeDef.Builder node : topology.getNodeBuilderList()) {
            if (node.getOp().equals("Const")) {
                TensorProto tensor = node.getAttrOrThrow("value").getTensor();
                boolean whole = tensor.getDtype() == DataType.DT_INT32;
                ObjectNode weight =
                        weights.addObject().put("name", node.getName()).put("dtype", whole ? "int32" : "float32");
                ArrayNode shape = weight.putArray("shape");
                tensor.getTensorShape().getDimList().forEach(side -> shape.add(side.getSize()));
                shards.writeBytes(tensor.getTensorContent().toByteArray());
                node.putAttr(
                        "value",
                        node.getAttrOrThrow("value").toBuilder()
                                .setTensor(tensor.toBuilder().clearTensorContent())
                                .build());
            }
        }
        model.set("modelTopology", json(topology.build()));
        model.set("signature", json(graph.getSignatureDefOrThrow("serving_default")));
        ObjectNode group = model.putArray("weightsManifest").addObject();
        group.putArray("paths").add("group1-shard1of2.bin").add("group1-shard2of2.bin");
        group.set("weights", weights);
        byte[] all = shards.toByteArray();
        Files.createDirectories(folder);
        Files.write(folder.resolve("group1-shard1of2.bin"), Arrays.copyOf(all, 13));
        Files.write(folder.resolve("group1-shard2of2.bin"), Arrays.copyOfRange(all, 13, all.length));
        return Files.write(folder.resolve("model.json"), JSON.writeValueAsBytes(model));
    }

    private static ObjectNode json(Message message) {
        ObjectNode json = JSON.createObjectNode();
        message.getAllFields().forEach((field, value) -> {
            if (field.isMapField()) {
                ObjectNode map = json.putObject(field.getJsonName());
                for (Object pair : (List<?>) value) {
                    Message entry = (Message) pair;
                    FieldDescriptor of = entry.getDescriptorForType().findFieldByNumber(2);
                    Object key = entry.getField(entry.getDescriptorForType().findFieldByNumber(1));
                    map.set(key.toString(), JSON.valueToTree(plain(of, entry.getField(of))));
                }
            } else if (field.isRepeated()) {
                ArrayNode list = json.putArray(field.getJsonName());
                ((List<?>) value).forEach(element -> list.add(JSON.valueToTree(plain(field, element))));
            } else {
                json.set(field.getJsonName(), JSON.valueToTree(plain(field, value)));
            }
        });
        return json;
    }

    /** Numbers of 64 bits are texts in this form, bytes base64, words their names. */
    private static Object plain(FieldDescriptor field, Object value) {
        return switch (field.getJavaType()) {
            case MESSAGE -> json((Message) value);
            case LONG -> value.toString();
            case BYTE_STRING -> Base64.getEncoder().encodeToString(((ByteString) value).toByteArray());
            case ENUM -> ((EnumValueDescriptor) value).getName();
            default -> value;
        };
    }
}
