package io.emotion4j;

import java.util.Locale;
import java.util.Objects;

/**
 * A face and the expression that it shows.
 *
 * @param face where it is
 * @param scores what the classifier says about it
 */
public record FaceEmotion(Face face, EmotionScores scores) {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if one is null
     */
    public FaceEmotion {
        Objects.requireNonNull(face, "face");
        Objects.requireNonNull(scores, "scores");
    }

    /** {@return the most probable expression} */
    public Emotion emotion() {
        return scores.top();
    }

    /** {@return the probability of {@link #emotion()}} */
    public float score() {
        return scores.topScore();
    }

    /** {@return a line such as {@code happy 0.94 at 120,80 size 64x72}} */
    @Override
    public String toString() {
        BoundingBox box = face.box();
        return String.format(
                Locale.ROOT,
                "%s %.2f at %.0f,%.0f size %.0fx%.0f",
                emotion().label(),
                score(),
                box.x(),
                box.y(),
                box.width(),
                box.height());
    }
}
