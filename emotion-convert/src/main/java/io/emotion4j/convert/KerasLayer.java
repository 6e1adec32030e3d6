package io.emotion4j.convert;

import com.fasterxml.jackson.databind.JsonNode;
import io.emotion4j.ModelLoadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A layer as Keras describes it.
 *
 * @param type its class, such as {@code Conv2D}
 * @param name unique in its model
 * @param config its settings
 * @param inbound where it is called, a node each
 */
record KerasLayer(String type, String name, JsonNode config, List<JsonNode> inbound) {

    private static final Set<String> MODELS = Set.of("Sequential", "Functional", "Model");

    static KerasLayer of(JsonNode layer) {
        JsonNode config = layer.path("config");
        String name = config.isObject() && config.hasNonNull("name")
                ? config.get("name").asText()
                : layer.path("name").asText();
        List<JsonNode> inbound = new ArrayList<>();
        layer.path("inbound_nodes").forEach(inbound::add);
        return new KerasLayer(layer.path("class_name").asText(), name, config, inbound);
    }

    boolean isModel() {
        return MODELS.contains(type);
    }

    boolean flag(String key, boolean otherwise) {
        JsonNode value = config.path(key);
        return value.isBoolean() ? value.booleanValue() : otherwise;
    }

    double number(String key, double otherwise) {
        JsonNode value = config.path(key);
        return value.isNumber() ? value.doubleValue() : otherwise;
    }

    String text(String key, String otherwise) {
        JsonNode value = config.path(key);
        return value.isTextual() ? value.textValue() : otherwise;
    }

    /** Height and width, of which one number may stand for both. */
    int[] pair(String key, int... otherwise) {
        JsonNode value = config.path(key);
        if (value.isNumber()) {
            return new int[] {value.intValue(), value.intValue()};
        }
        return value.isArray() && value.size() == 2
                ? new int[] {value.get(0).asInt(), value.get(1).asInt()}
                : otherwise;
    }

    /** Above, below, left, right. */
    int[] margins(String key) {
        JsonNode value = config.path(key);
        if (value.isNumber()) {
            int all = value.intValue();
            return new int[] {all, all, all, all};
        }
        int[] margins = new int[4];
        for (int axis = 0; axis < 2; axis++) {
            JsonNode side = value.path(axis);
            margins[2 * axis] = side.isNumber() ? side.intValue() : side.path(0).asInt();
            margins[2 * axis + 1] =
                    side.isNumber() ? side.intValue() : side.path(1).asInt();
        }
        return margins;
    }

    /** Whether its borders are padded such that a stride of 1 keeps the size. */
    boolean isSame() {
        String padding = text("padding", text("border_mode", "valid"));
        if (!padding.equals("same") && !padding.equals("valid")) {
            throw refused("padding \"" + padding + "\"", "\"same\" or \"valid\"");
        }
        return padding.equals("same");
    }

    /** @throws ModelLoadException if its channels do not come last */
    void checkChannelsLast() {
        String format = text("data_format", "channels_last");
        if (!format.equals("channels_last")) {
            throw refused("data_format \"" + format + "\"", "\"channels_last\", as Keras saves unless told otherwise");
        }
    }

    ModelLoadException refused(String found, String expected) {
        return new ModelLoadException("Layer '" + name + "' (" + type + ") has " + found + ", expected " + expected);
    }
}
