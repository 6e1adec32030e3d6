package io.emotion4j;

import java.io.IOException;

/** A picture cannot be read. The message names the format, the size where known, and the cause. */
public final class ImageDecodeException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * With a message alone.
     *
     * @param message what, which, expected and found, and what to do
     */
    public ImageDecodeException(String message) {
        super(message);
    }

    /**
     * With a cause.
     *
     * @param message what, which, expected and found, and what to do
     * @param cause what was thrown below
     */
    public ImageDecodeException(String message, Throwable cause) {
        super(message, cause);
    }
}
