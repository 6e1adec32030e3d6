package io.emotion4j;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A picture cannot be read. The message names the format, the size where known, and the cause.
 *
 * @since 0.1.0
 */
public final class ImageDecodeException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it is; a server answers each differently. */
    public enum Reason {
        /** Its bytes could not be read: no such file, or the stream failed. */
        UNREADABLE,
        /** It starts like none of the formats that are read. */
        UNKNOWN_FORMAT,
        /** It has more bytes or pixels than {@link DecodeLimits} allow, or than the heap has room for. */
        TOO_LARGE,
        /** Other pictures that are being decoded take all memory that there is for it; later it may work. */
        BUSY,
        /** It starts like a picture, and cannot be decoded: damaged, truncated, or of a kind that is not read. */
        BROKEN
    }

    private final Reason reason;

    /**
     * With a message alone.
     *
     * @param reason what kind of failure
     * @param message what, which, expected and found, and what to do
     */
    public ImageDecodeException(Reason reason, String message) {
        this(reason, message, null);
    }

    /**
     * With a cause.
     *
     * @param reason what kind of failure
     * @param message what, which, expected and found, and what to do
     * @param cause what was thrown below, or null
     */
    public ImageDecodeException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** {@return what kind of failure it is} */
    public Reason reason() {
        return reason;
    }
}
