package io.emotion4j.internal.json;

/** Changes one member of an object in its text and leaves every other character as it is. */
public final class JsonSplice {

    private final String text;
    private int at;

    private JsonSplice(String text) {
        this.text = text;
    }

    /**
     * Sets a member of the outermost object.
     *
     * @param text an object that {@link JsonReader} reads
     * @param key of the member
     * @param value its new value, as JSON
     * @return the text with the member in its old place, or as the last one
     */
    public static String with(String text, String key, String value) {
        return new JsonSplice(text).put(key, value);
    }

    private String put(String key, String value) {
        at = text.indexOf('{') + 1;
        int end = at;
        boolean empty = true;
        while (true) {
            blanks();
            if (text.charAt(at) == '}') {
                break;
            }
            empty = false;
            int nameStart = at + 1;
            string();
            String name = text.substring(nameStart, at - 1);
            blanks();
            at++; // the colon
            blanks();
            int start = at;
            value();
            end = at;
            if (name.equals(key)) {
                return text.substring(0, start) + value + text.substring(end);
            }
            blanks();
            if (text.charAt(at) == ',') {
                at++;
            }
        }
        return text.substring(0, end) + (empty ? "" : ",") + "\n  \"" + key + "\" : " + value + (empty ? "\n" : "")
                + text.substring(end);
    }

    private void blanks() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void string() {
        at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void value() {
        int depth = 0;
        while (true) {
            char c = text.charAt(at);
            if (c == '"') {
                string();
                if (depth == 0) {
                    return;
                }
                continue;
            }
            if (depth == 0 && (c == ',' || c == '}' || c == ']' || Character.isWhitespace(c))) {
                return;
            }
            at++;
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
                if (depth == 0) {
                    return;
                }
            }
        }
    }
}
