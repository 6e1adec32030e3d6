package io.emotion4j.internal.json;

/** A text is not JSON, or its value is not what was asked for. The message says where and what. */
public final class JsonException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * With a message.
     *
     * @param message where, what was expected and what was found
     */
    public JsonException(String message) {
        super(message);
    }
}
