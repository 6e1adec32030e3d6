package io.emotion4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Frames for trackers: faces of three expressions at places. */
final class TrackerFrames {

    static final List<Emotion> LABELS = List.of(Emotion.HAPPY, Emotion.SAD, Emotion.NEUTRAL);

    private TrackerFrames() {}

    static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }

    /** A happy face of 100x120 around a centre. */
    static FaceEmotion face(double centerX, double centerY) {
        return face(centerX, centerY, 0.8f, 0.1f, 0.1f);
    }

    static FaceEmotion face(double centerX, double centerY, float... scores) {
        BoundingBox box = new BoundingBox((float) centerX - 50, (float) centerY - 60, 100, 120);
        return new FaceEmotion(new Face(box, 0.9f, null), EmotionScores.of(LABELS, scores));
    }

    static double centerX(TrackedFace face) {
        BoundingBox box = face.face().box();
        return box.x() + box.width() / 2;
    }

    /** The id that a measured face got; 0 where it is not told of. */
    static long idOf(FaceEmotion measured, List<TrackedFace> tracked) {
        return tracked.stream()
                .filter(face -> face.measured() == measured)
                .mapToLong(TrackedFace::id)
                .findFirst()
                .orElse(0);
    }

    static List<TrackSummary> listener(EmotionTrackerBuilder builder) {
        List<TrackSummary> ended = new ArrayList<>();
        builder.onFinished(ended::add);
        return ended;
    }
}
