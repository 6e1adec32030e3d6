package io.emotion4j.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) to maps, lists, strings, doubles and booleans. Stricter than it need be: a key that stands twice, and one that
 * is {@code null}, are errors, for a descriptor has no use for either.
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 32;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads a text that holds one object.
     *
     * @param text the JSON
     * @return the object
     * @throws JsonException if it is not JSON, or not an object
     */
    public static JsonObject readObject(String text) throws JsonException {
        JsonReader reader = new JsonReader(text);
        reader.skipSpace();
        Object value = reader.value(0);
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.unexpected("the end");
        }
        return JsonObject.root(value);
    }

    private Object value(int depth) throws JsonException {
        if (depth > MAX_DEPTH) {
            throw new JsonException("Nested deeper than " + MAX_DEPTH + " at " + position());
        }
        char c = peek();
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> throw new JsonException("Found null at " + position() + "; leave the key out instead");
            default -> {
                if (c != '-' && !isDigit(c)) {
                    throw unexpected("a value");
                }
                yield number();
            }
        };
    }

    private Map<String, Object> object(int depth) throws JsonException {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        skipSpace();
        if (accept('}')) {
            return object;
        }
        do {
            skipSpace();
            refuseEnd('}');
            String where = position();
            String key = string();
            skipSpace();
            expect(':');
            skipSpace();
            if (object.put(key, value(depth + 1)) != null) {
                throw new JsonException("Key \"" + key + "\" stands twice, again at " + where);
            }
            skipSpace();
        } while (accept(','));
        expect('}');
        return object;
    }

    private List<Object> array(int depth) throws JsonException {
        List<Object> array = new ArrayList<>();
        expect('[');
        skipSpace();
        if (accept(']')) {
            return array;
        }
        do {
            skipSpace();
            refuseEnd(']');
            array.add(peek() == 'n' ? literal("null", JsonObject.NOTHING) : value(depth + 1));
            skipSpace();
        } while (accept(','));
        expect(']');
        return array;
    }

    private String string() throws JsonException {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = peek();
            if (c < ' ') {
                throw unexpected("a string without control characters");
            }
            at++;
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws JsonException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> {
                at--;
                throw unexpected("an escape");
            }
        };
    }

    private char unicode() throws JsonException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw unexpected("four hexadecimal digits");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private Double number() throws JsonException {
        int start = at;
        accept('-');
        if (!accept('0')) {
            digits();
        }
        if (accept('.')) {
            digits();
        }
        if (accept('e') || accept('E')) {
            if (!accept('+')) {
                accept('-');
            }
            digits();
        }
        double number = Double.parseDouble(text.substring(start, at));
        if (Double.isInfinite(number)) {
            at = start;
            throw unexpected("a number within the range of a double");
        }
        return number;
    }

    private void digits() throws JsonException {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw unexpected("a digit");
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private <T> T literal(String word, T value) throws JsonException {
        if (!text.startsWith(word, at)) {
            throw unexpected(word);
        }
        at += word.length();
        return value;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) throws JsonException {
        if (!accept(c)) {
            throw unexpected("'" + c + "'");
        }
    }

    private void refuseEnd(char end) throws JsonException {
        if (at < text.length() && (text.charAt(at) == end || text.charAt(at) == ',')) {
            throw new JsonException("Not JSON: nothing follows a comma before the '" + text.charAt(at) + "' at "
                    + position() + "; take out the comma");
        }
    }

    private char peek() throws JsonException {
        if (at >= text.length()) {
            throw unexpected("a value");
        }
        return text.charAt(at);
    }

    private JsonException unexpected(String expected) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the text";
        String hint = found.equals("'/'") || found.equals("'#'")
                ? "; JSON has no comments"
                : found.equals("'''")
                        ? "; texts stand in double quotes"
                        : at < text.length() ? "" : "; the file is cut off";
        return new JsonException("Not JSON: expected " + expected + ", found " + found + " at " + position() + hint);
    }

    private String position() {
        String before = text.substring(0, at);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return "line " + line + ", column " + (at - before.lastIndexOf('\n'));
    }
}
