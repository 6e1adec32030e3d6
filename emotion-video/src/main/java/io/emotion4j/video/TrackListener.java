package io.emotion4j.video;

import io.emotion4j.TrackSummary;
import io.emotion4j.TrackedFace;
import java.io.IOException;
import java.util.List;

/**
 * Is told of each frame and of each track that has ended, on one thread.
 *
 * @since 0.1.0
 */
public interface TrackListener extends AutoCloseable {

    /**
     * A frame was looked at.
     *
     * @param frame the frame
     * @param faces in it
     * @throws IOException if it cannot be written
     */
    default void frame(VideoFrame frame, List<TrackedFace> faces) throws IOException {}

    /**
     * A track has ended.
     *
     * @param track as a whole
     * @throws IOException if it cannot be written
     */
    default void ended(TrackSummary track) throws IOException {}

    @Override
    default void close() throws IOException {}
}
