package io.emotion4j.internal.image;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.ImageDecodeException.Reason;

/** The wording of failures. */
final class DecodeFailures {

    private DecodeFailures() {}

    /** The message, with the exception's name where the message alone says little (plug-ins throw "3" and null). */
    static String describe(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        String message = failure.getMessage();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }

    /** Some plug-ins wrap what they catch. */
    static boolean isOutOfMemory(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
            depth++;
        }
        return false;
    }

    static ImageDecodeException outOfMemory(String picture, Throwable cause) {
        return new ImageDecodeException(
                Reason.TOO_LARGE,
                "Cannot decode " + picture + ": the Java heap (at most "
                        + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MB) is too small for it; raise -Xmx or lower DecodeLimits.maxPixels",
                cause);
    }
}
