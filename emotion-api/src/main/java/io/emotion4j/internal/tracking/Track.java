package io.emotion4j.internal.tracking;

import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.FaceEmotion;
import io.emotion4j.FaceQuality;
import io.emotion4j.TrackSummary;
import io.emotion4j.TrackedFace;
import java.time.Duration;
import java.util.List;

/** One face over time: what is needed to find it in the next frame, and to sum it up in the end. Its size never grows. */
public final class Track {

    /** Long enough to tell speed from jitter at 10 frames a second, short enough to follow a turn of the head. */
    private static final double MOTION_HALF_LIFE = 0.2;

    private final BoxFilter motion = new BoxFilter(MOTION_HALF_LIFE);
    private final BoxFilter smoothBox;
    private final double scoreHalfLife;
    private final List<Emotion> labels;
    private final double[] smoothScores;
    private final double[] summedScores;
    private final long[] nanosOf;
    private final Duration first;
    private Duration last;
    private FaceEmotion measured;
    private long id;
    private int frames;

    /**
     * Begins with the first sight of a face.
     *
     * @param time of the frame
     * @param face as it was found
     * @param boxHalfLife of the smoothing of the box, in seconds
     * @param scoreHalfLife of the smoothing of the scores, in seconds
     */
    public Track(Duration time, FaceEmotion face, double boxHalfLife, double scoreHalfLife) {
        this.smoothBox = new BoxFilter(boxHalfLife);
        this.scoreHalfLife = scoreHalfLife;
        this.labels = EmotionScores.of(face.scores()).labels();
        this.smoothScores = new double[labels.size()];
        this.summedScores = new double[labels.size()];
        this.nanosOf = new long[labels.size()];
        this.first = time;
        this.last = time;
        this.measured = face;
        take(0, face, 0);
    }

    /**
     * Goes on with the face in a later frame.
     *
     * @param time of the frame
     * @param face as it was found
     * @param wasInLastFrame whether it was found in the frame before, too
     */
    public void see(Duration time, FaceEmotion face, boolean wasInLastFrame) {
        Duration elapsed = time.minus(last);
        if (wasInLastFrame) {
            nanosOf[labels.indexOf(smoothed().emotion())] += elapsed.toNanos();
        }
        double seconds = seconds(elapsed);
        last = time;
        measured = face;
        take(seconds, face, Fading.weight(seconds, scoreHalfLife));
    }

    private void take(double seconds, FaceEmotion face, double fade) {
        frames++;
        motion.add(seconds, face.box());
        smoothBox.add(seconds, face.box());
        EmotionScores scores = EmotionScores.of(face.scores());
        for (int i = 0; i < smoothScores.length; i++) {
            double score = scores.score(labels.get(i));
            smoothScores[i] = Fading.towards(smoothScores[i], score, fade);
            summedScores[i] += score;
        }
    }

    /** Where the face is expected at a time, if it moves on as it did; from where it was last, not from where it should have been. */
    BoundingBox expected(Duration time) {
        return motion.moved(measured.box(), seconds(time.minus(last)));
    }

    /** {@return when the face was last seen} */
    public Duration last() {
        return last;
    }

    /** {@return in how many frames the face was seen} */
    public int frames() {
        return frames;
    }

    /** {@return whether the track has got its number} */
    public boolean isConfirmed() {
        return id != 0;
    }

    /**
     * From now on the track is told of.
     *
     * @param number its id, from 1
     */
    public void confirm(long number) {
        id = number;
    }

    /** {@return the face as it is told of} */
    public TrackedFace face() {
        return new TrackedFace(id, smoothed(), measured, first, frames);
    }

    /** {@return the track as a whole} */
    public TrackSummary summary() {
        double[] mean = new double[summedScores.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = summedScores[i] / frames;
        }
        return Shares.summary(id, first, last, frames, scores(mean), nanosOf);
    }

    private FaceEmotion smoothed() {
        Face face = measured.face();
        FaceEmotion smooth = new FaceEmotion(
                new Face(smoothBox.box(), face.confidence(), face.landmarks()),
                scores(smoothScores).with(measured.abstained(), measured.extras()));
        FaceQuality quality = measured.quality();
        return quality == null ? smooth : smooth.withQuality(quality);
    }

    private EmotionScores scores(double[] values) {
        float[] probabilities = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            // Sums of probabilities may come out a hair above 1.
            probabilities[i] = (float) Math.min(values[i], 1);
        }
        return EmotionScores.of(labels, probabilities);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
