package io.emotion4j.internal.image;

import java.io.IOException;

/** A file that no reader can make anything of, in our judgement; its message completes "Cannot decode x: ". */
final class BrokenPictureException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenPictureException(String message) {
        super(message);
    }
}
