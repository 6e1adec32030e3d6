package io.emotion4j.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message of protocol buffers as JSON, in the form that their own programs write. */
final class JsonMessage {

    /** Of no use for what a graph computes, and unknown to some versions. */
    private static final Set<String> PASSED_OVER =
            Set.of("experimentalDebugInfo", "experimentalType", "debugInfo", "resourceId");

    private JsonMessage() {}

    /**
     * Reads fields into a message.
     *
     * @throws IllegalArgumentException if there is a field that the message does not have, or a value is none of it
     */
    static void merge(JsonNode json, Message.Builder message) {
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            FieldDescriptor field = field(message, entry.getKey());
            if (field == null) {
                if (!PASSED_OVER.contains(entry.getKey())) {
                    throw new IllegalArgumentException(
                            message.getDescriptorForType().getName() + " has no field \"" + entry.getKey() + "\"");
                }
            } else if (field.isMapField()) {
                map(entry.getValue(), field, message);
            } else if (field.isRepeated()) {
                entry.getValue().forEach(element -> message.addRepeatedField(field, value(element, field, message)));
            } else if (!entry.getValue().isNull()) {
                message.setField(field, value(entry.getValue(), field, message));
            }
        }
    }

    private static @Nullable FieldDescriptor field(Message.Builder message, String name) {
        return message.getDescriptorForType().getFields().stream()
                .filter(field ->
                        field.getJsonName().equals(name) || field.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static void map(JsonNode json, FieldDescriptor field, Message.Builder message) {
        FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            Message.Builder pair = message.newBuilderForField(field);
            pair.setField(key, entry.getKey());
            pair.setField(value, value(entry.getValue(), value, pair));
            message.addRepeatedField(field, pair.build());
        }
    }

    private static Object value(JsonNode json, FieldDescriptor field, Message.Builder holder) {
        try {
            return switch (field.getJavaType()) {
                case INT -> Integer.parseInt(json.asText());
                case LONG -> Long.parseLong(json.asText());
                case FLOAT -> Float.parseFloat(json.asText());
                case DOUBLE -> Double.parseDouble(json.asText());
                case BOOLEAN -> json.asBoolean();
                case STRING -> json.asText();
                case BYTE_STRING -> bytes(json);
                case ENUM -> word(json, field);
                case MESSAGE -> {
                    Message.Builder inner = holder.newBuilderForField(field);
                    merge(json, inner);
                    yield inner.build();
                }
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field.getName() + " is " + json + ", expected a number", e);
        }
    }

    /** As base64, or, in older files, a list of numbers. */
    private static ByteString bytes(JsonNode json) {
        if (json.isArray()) {
            byte[] bytes = new byte[json.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) json.get(i).asInt();
            }
            return ByteString.copyFrom(bytes);
        }
        return ByteString.copyFrom(
                Base64.getDecoder().decode(json.asText().replace('-', '+').replace('_', '/')));
    }

    private static EnumValueDescriptor word(JsonNode json, FieldDescriptor field) {
        EnumValueDescriptor value = json.isNumber()
                ? field.getEnumType().findValueByNumber(json.asInt())
                : field.getEnumType().findValueByName(json.asText());
        if (value == null) {
            throw new IllegalArgumentException(field.getName() + " is " + json + ", which is no "
                    + field.getEnumType().getName());
        }
        return value;
    }
}
