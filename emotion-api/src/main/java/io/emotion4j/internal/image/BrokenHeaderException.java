package io.emotion4j.internal.image;

import java.io.IOException;

/** A header that cannot be understood; its message completes "Cannot decode x: ". */
final class BrokenHeaderException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenHeaderException(String message) {
        super(message);
    }
}
