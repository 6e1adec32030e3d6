package io.emotion4j.examples.server;

import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.FaceEmotion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Smooths the scores of the largest face over the frames of a stream: an exponential moving average over time, so that the
 * frame rate does not matter. A face elsewhere in the picture begins anew. Of {@value #MOST_STREAMS} streams the one that was
 * idle longest gives way to a new one; any stream is forgotten after ten idle seconds. Thread-safe.
 */
final class FaceStreams {

    static final int MOST_STREAMS = 1000;

    private static final long FORGOTTEN_NANOS = Duration.ofSeconds(10).toNanos();

    /** After this time a past frame counts a third. */
    private static final double MEMORY_NANOS = Duration.ofMillis(400).toNanos();

    private record Past(long nanos, BoundingBox box, EmotionScores scores) {}

    private final LongSupplier clock;
    private final Map<String, Past> streams = new LinkedHashMap<>();

    FaceStreams(LongSupplier nanoClock) {
        this.clock = nanoClock;
    }

    /** The scores of this frame, smoothed with those before it. */
    synchronized EmotionScores smoothed(String id, FaceEmotion face) {
        long now = clock.getAsLong();
        streams.values().removeIf(past -> now - past.nanos() > FORGOTTEN_NANOS);
        // Removed first, so that the order of the map is that of the last use.
        Past past = streams.remove(id);
        BoundingBox box = face.face().box();
        EmotionScores scores = past == null || past.box().iou(box) == 0
                ? face.scores()
                : blend(past.scores(), face.scores(), Math.exp((past.nanos() - now) / MEMORY_NANOS));
        if (streams.size() == MOST_STREAMS) {
            streams.remove(streams.keySet().iterator().next());
        }
        streams.put(id, new Past(now, box, scores));
        return scores;
    }

    synchronized int size() {
        return streams.size();
    }

    private static EmotionScores blend(EmotionScores past, EmotionScores now, double weightOfPast) {
        List<Emotion> labels = now.labels();
        float[] blended = new float[labels.size()];
        for (int i = 0; i < blended.length; i++) {
            Emotion label = labels.get(i);
            blended[i] = (float) (weightOfPast * past.get(label) + (1 - weightOfPast) * now.get(label));
        }
        return EmotionScores.of(labels, blended);
    }
}
