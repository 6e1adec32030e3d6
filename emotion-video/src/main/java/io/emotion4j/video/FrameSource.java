package io.emotion4j.video;

import java.io.IOException;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Frames one after another. For one thread at a time.
 *
 * @since 0.1.0
 */
public interface FrameSource extends AutoCloseable {

    /**
     * The next frame that is wanted.
     *
     * @param wanted whether the frame of a number is; others are passed over
     * @return the frame; null at the end
     * @throws BrokenFrameException if it cannot be decoded; the next call goes on behind it
     * @throws IOException if the source fails as a whole
     */
    @Nullable
    VideoFrame next(LongPredicate wanted) throws IOException;

    /** {@return frames a second} */
    double frameRate();

    /** {@return how many frames there are; 0 where that is not known} */
    long length();

    @Override
    void close() throws IOException;
}
