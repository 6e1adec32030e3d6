package io.emotion4j.internal.json;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes JSON: objects indented by two blanks, a key a line; lists in one line. The same value always gives the same text. */
public final class IndentedJson {

    private IndentedJson() {}

    /**
     * Writes an object.
     *
     * @param object values are maps, lists, strings, booleans, finite numbers and, in lists, nulls
     * @return its text, with a line end at the end
     * @throws IllegalArgumentException if a value is something else
     */
    public static String of(Map<String, ?> object) {
        return value(object, "\n") + "\n";
    }

    private static String value(@Nullable Object value, String line) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map<?, ?> map) {
            String inner = line + "  ";
            return map.isEmpty()
                    ? "{ }"
                    : map.entrySet().stream()
                            .map(e -> inner + string(String.valueOf(e.getKey())) + " : " + value(e.getValue(), inner))
                            .collect(Collectors.joining(",", "{", line + "}"));
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? "[ ]"
                    : list.stream().map(v -> value(v, line)).collect(Collectors.joining(", ", "[ ", " ]"));
        }
        if (value instanceof String text) {
            return string(text);
        }
        boolean number = value instanceof Number n && Double.isFinite(n.doubleValue());
        if (!number && !(value instanceof Boolean)) {
            throw new IllegalArgumentException("JSON has no form for " + value);
        }
        return value.toString();
    }

    private static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04X", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
