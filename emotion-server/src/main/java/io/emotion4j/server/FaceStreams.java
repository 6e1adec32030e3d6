package io.emotion4j.server;

import io.emotion4j.EmotionTracker;
import io.emotion4j.FaceEmotion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Smooths the scores of the largest face over the frames of a stream, with an {@link EmotionTracker} for each. Of
 * {@value #MOST_STREAMS} streams the one that was idle longest gives way to a new one; any stream is forgotten after ten idle
 * seconds. Thread-safe.
 */
final class FaceStreams {

    static final int MOST_STREAMS = 1000;

    /** After this time a past frame counts half. */
    static final Duration HALF_LIFE = Duration.ofMillis(280);

    private static final Duration FORGOTTEN = Duration.ofSeconds(10);

    private record Stream(Duration lastUse, EmotionTracker tracker) {}

    private final LongSupplier clock;
    private final Map<String, Stream> streams = new LinkedHashMap<>();

    FaceStreams(LongSupplier nanoClock) {
        this.clock = nanoClock;
    }

    /** The face of this frame, smoothed with those before it. */
    synchronized FaceEmotion smoothed(String id, FaceEmotion face) {
        Duration now = Duration.ofNanos(clock.getAsLong());
        streams.values().removeIf(stream -> now.minus(FORGOTTEN).compareTo(stream.lastUse()) > 0);
        // Removed first, so that the order of the map is that of the last use.
        Stream known = streams.remove(id);
        EmotionTracker tracker = known == null ? newTracker() : known.tracker();
        if (streams.size() == MOST_STREAMS) {
            streams.remove(streams.keySet().iterator().next());
        }
        streams.put(id, new Stream(now, tracker));
        return tracker.update(now, List.of(face)).get(0).face();
    }

    synchronized int size() {
        return streams.size();
    }

    private static EmotionTracker newTracker() {
        return EmotionTracker.builder()
                .minHits(1)
                .maxGap(FORGOTTEN)
                .scoreHalfLife(HALF_LIFE)
                .build();
    }
}
