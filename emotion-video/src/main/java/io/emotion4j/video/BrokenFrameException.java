package io.emotion4j.video;

import java.io.IOException;

/**
 * One frame, or a run of them, cannot be decoded; those behind may well be.
 *
 * @since 0.1.0
 */
public final class BrokenFrameException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long frames;

    BrokenFrameException(String message, long frames) {
        super(message);
        this.frames = frames;
    }

    /** {@return how many frames are lost} */
    public long frames() {
        return frames;
    }
}
