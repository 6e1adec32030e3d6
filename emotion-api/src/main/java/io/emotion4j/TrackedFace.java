package io.emotion4j;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * A face in a frame, with its identity over frames.
 *
 * @param id number of the track, from 1; the same face keeps it, no other face gets it
 * @param face with box and scores smoothed over time; confidence and landmarks as they were found
 * @param measured the face as it was found in this frame
 * @param firstSeen time of the first frame that showed it
 * @param frames how many frames showed it until now, this one included
 * @since 0.1.0
 */
public record TrackedFace(long id, FaceEmotion face, FaceEmotion measured, Duration firstSeen, int frames)
        implements Serializable {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if one is null
     */
    public TrackedFace {
        Objects.requireNonNull(face, "face");
        Objects.requireNonNull(measured, "measured");
        Objects.requireNonNull(firstSeen, "firstSeen");
    }

    /** {@return a line such as {@code #3 happy 0.94 at 120,80 size 64x72}} */
    @Override
    public String toString() {
        return "#" + id + " " + face;
    }
}
