package io.emotion4j;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * One face over the whole time that it was followed.
 *
 * @param id number of the track, from 1
 * @param first time of the first frame that showed it
 * @param last time of the last frame that showed it
 * @param frames how many frames showed it
 * @param meanScores mean of the scores, unsmoothed, over these frames
 * @param dominant the expression with the largest share
 * @param shares part of the time, 0 to 1, in which each expression was the most probable one, after smoothing; gaps do not
 *     count; the sum is 1
 * @since 0.1.0
 */
public record TrackSummary(
        long id,
        Duration first,
        Duration last,
        int frames,
        EmotionScores meanScores,
        Emotion dominant,
        @SuppressWarnings("serial") Map<Emotion, Double> shares) // An immutable map of the JDK, which is serializable.
        implements Serializable {

    /**
     * Copies the map.
     *
     * @throws NullPointerException if a component is null
     */
    public TrackSummary {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(meanScores, "meanScores");
        Objects.requireNonNull(dominant, "dominant");
        Map<Emotion, Double> copy = new EnumMap<>(Emotion.class);
        copy.putAll(shares);
        shares = Collections.unmodifiableMap(copy);
    }

    /** {@return from the first frame to the last} */
    public Duration duration() {
        return last.minus(first);
    }
}
