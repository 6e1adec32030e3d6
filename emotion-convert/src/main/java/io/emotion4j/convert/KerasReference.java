package io.emotion4j.convert;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose output is meant.
 *
 * @param layer its name
 * @param node which of its calls
 * @param output which of the call's outputs
 */
record KerasReference(String layer, int node, int output) {

    /**
     * Finds them all in their order. Keras 2 writes {@code ["conv2d", 0, 0, {}]}, Keras 3 the same within a tensor's
     * {@code keras_history}; either within lists.
     */
    static List<KerasReference> all(JsonNode json) {
        List<KerasReference> found = new ArrayList<>();
        collect(json, found);
        return found;
    }

    private static void collect(JsonNode json, List<KerasReference> found) {
        if (json.isArray()
                && json.size() >= 3
                && json.get(0).isTextual()
                && json.get(1).isInt()) {
            found.add(new KerasReference(
                    json.get(0).textValue(), json.get(1).intValue(), json.get(2).intValue()));
        } else if (json.isObject() && json.has("keras_history")) {
            collect(json.get("keras_history"), found);
        } else if (json.isObject() && json.has("args")) {
            collect(json.get("args"), found);
        } else if (json.isContainerNode()) {
            json.forEach(inner -> collect(inner, found));
        }
    }
}
