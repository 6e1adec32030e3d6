package io.emotion4j.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The little of JSON Schema that the server's document uses; a word that it does not know is a problem. */
final class Schema {

    private static final List<String> KNOWN = List.of(
            "$ref", "type", "properties", "required", "additionalProperties", "items", "oneOf", "anyOf", "description");

    private Schema() {}

    static List<String> problems(JsonNode document, JsonNode schema, JsonNode value) {
        List<String> problems = new ArrayList<>();
        check(document, schema, value, "", problems);
        return problems;
    }

    private static void check(JsonNode document, JsonNode schema, JsonNode value, String at, List<String> problems) {
        schema.fieldNames().forEachRemaining(word -> {
            if (!KNOWN.contains(word)) {
                problems.add(at + ": the schema's word " + word + " is not known to this test");
            }
        });
        if (schema.has("$ref")) {
            check(document, document.at(schema.get("$ref").asText().substring(1)), value, at, problems);
        }
        either(document, schema.path("oneOf"), value, at, problems);
        either(document, schema.path("anyOf"), value, at, problems);
        type(schema, value, at, problems);
        if (value.isObject()) {
            object(document, schema, value, at, problems);
        }
        if (value.isArray() && schema.has("items")) {
            for (JsonNode item : value) {
                check(document, schema.get("items"), item, at + "[]", problems);
            }
        }
    }

    private static void either(JsonNode document, JsonNode schemas, JsonNode value, String at, List<String> problems) {
        int fitting = 0;
        for (JsonNode one : schemas) {
            if (problems(document, one, value).isEmpty()) {
                fitting++;
            }
        }
        if (!schemas.isEmpty() && fitting != 1) {
            problems.add(at + ": " + fitting + " of several forms fit");
        }
    }

    private static void type(JsonNode schema, JsonNode value, String at, List<String> problems) {
        if (!schema.has("type")) {
            return;
        }
        List<String> types = new ArrayList<>();
        if (schema.get("type").isArray()) {
            schema.get("type").forEach(type -> types.add(type.asText()));
        } else {
            types.add(schema.get("type").asText());
        }
        boolean fits = types.stream().anyMatch(type -> switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        });
        if (!fits) {
            problems.add(at + ": expected " + types + ", found " + value.getNodeType());
        }
    }

    private static void object(JsonNode document, JsonNode schema, JsonNode value, String at, List<String> problems) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                problems.add(at + ": " + required.asText() + " is missing");
            }
        }
        JsonNode others = schema.path("additionalProperties");
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode known = schema.path("properties").path(field.getKey());
            String below = at + "/" + field.getKey();
            if (known.isObject()) {
                check(document, known, field.getValue(), below, problems);
            } else if (others.isObject()) {
                check(document, others, field.getValue(), below, problems);
            } else if (others.isBoolean() && !others.asBoolean()) {
                problems.add(below + ": not described");
            }
        }
    }
}
