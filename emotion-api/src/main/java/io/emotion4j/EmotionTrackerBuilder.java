package io.emotion4j;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Settings of an {@link EmotionTracker}. Each setter checks at once and returns this builder. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class EmotionTrackerBuilder {

    int minHits = 3;
    Duration maxGap = Duration.ofSeconds(1);
    float minOverlap = 0.3f;
    Duration boxHalfLife = Duration.ofMillis(50);
    Duration scoreHalfLife = Duration.ofMillis(300);
    Consumer<TrackSummary> onFinished = summary -> {};

    EmotionTrackerBuilder() {}

    /**
     * In how many frames in a row a face must be found before it is told of; more of them keep false finds out, but tell later.
     *
     * @param frames 1 or more; 3 unless told otherwise
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public EmotionTrackerBuilder minHits(int frames) {
        if (frames < 1) {
            throw new IllegalArgumentException("A track needs 1 frame or more to begin, found " + frames);
        }
        minHits = frames;
        return this;
    }

    /**
     * For how long a face may be out of sight and still keep its number. Frames that are farther apart than this are no gap.
     *
     * @param gap not negative; 1 second unless told otherwise
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public EmotionTrackerBuilder maxGap(Duration gap) {
        maxGap = notNegative("maxGap", gap);
        return this;
    }

    /**
     * How much a face must overlap with where its track is expected.
     *
     * @param iou intersection over union, above 0 and up to 1; 0.3 unless told otherwise
     * @return this builder
     * @throws IllegalArgumentException if it is not within that range
     */
    public EmotionTrackerBuilder minOverlap(float iou) {
        if (!(iou > 0 && iou <= 1)) {
            throw new IllegalArgumentException("minOverlap is an IoU above 0 and up to 1, found " + iou);
        }
        minOverlap = iou;
        return this;
    }

    /**
     * How slowly boxes follow: after this time an old box counts half. Steady motion is followed without lag.
     *
     * @param halfLife zero: not smoothed; 50 milliseconds unless told otherwise
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public EmotionTrackerBuilder boxHalfLife(Duration halfLife) {
        boxHalfLife = notNegative("boxHalfLife", halfLife);
        return this;
    }

    /**
     * How slowly scores follow: after this time an old score counts half, whatever the frame rate.
     *
     * @param halfLife zero: not smoothed; 300 milliseconds unless told otherwise
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public EmotionTrackerBuilder scoreHalfLife(Duration halfLife) {
        scoreHalfLife = notNegative("scoreHalfLife", halfLife);
        return this;
    }

    /**
     * Gets each track that was told of when it has ended. The tracker forgets it then.
     *
     * @param listener called within {@link EmotionTracker#update} and {@link EmotionTracker#finish}, on their thread; what it throws
     *     comes out of these once it has got every track that has ended
     * @return this builder
     */
    public EmotionTrackerBuilder onFinished(Consumer<TrackSummary> listener) {
        onFinished = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /** {@return a new tracker} */
    public EmotionTracker build() {
        return new EmotionTracker(this);
    }

    private static Duration notNegative(String what, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(what + " is not negative, found " + value);
        }
        return value;
    }
}
