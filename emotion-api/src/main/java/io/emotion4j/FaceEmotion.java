package io.emotion4j;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A face and the expression that it shows.
 *
 * @param box where the face is, in pixels of the upright picture
 * @param confidence how sure the detector is that it is a face, 0 to 1
 * @param landmarks five points of the face; null where the detector gives none
 * @param emotion the most probable expression
 * @param score the probability of {@code emotion}
 * @param scores a probability for each expression that the model knows, in the order of its labels: an {@link EmotionScores},
 *     declared as the map that it is so that JSON libraries can read it
 * @param abstained whether the model abstains, because {@code score} is less than was asked for
 * @param extras what the model says of the face beside the scores, by name, such as valence; empty with most models
 * @param quality how well the face is to be seen; null unless it was {@linkplain EmotionAnalyzerBuilder#quality asked for}
 * @since 0.1.0
 */
public record FaceEmotion(
        BoundingBox box,
        float confidence,
        @Nullable Landmarks landmarks,
        Emotion emotion,
        float score,
        Map<Emotion, Float> scores,
        boolean abstained,
        Map<String, List<Float>> extras,
        @Nullable FaceQuality quality)
        implements Serializable {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if one other than {@code landmarks}, {@code extras} and {@code quality} is null
     * @throws IllegalArgumentException if {@code confidence} or a score is not within 0 to 1, the box is empty, or {@code emotion}
     *     and {@code score} are not those of the most probable expression
     */
    public FaceEmotion {
        // Checks the first three.
        new Face(box, confidence, landmarks);
        Objects.requireNonNull(emotion, "emotion");
        EmotionScores all = EmotionScores.of(scores);
        if (!all.containsKey(emotion) || all.score(emotion) != score || all.topScore() != score) {
            throw new IllegalArgumentException("The most probable expression is " + all.top() + " with "
                    + all.topScore() + ", found " + emotion + " with " + score + " among " + all);
        }
        extras = copy(extras);
        scores = all.with(abstained, extras);
    }

    /**
     * A face of which nothing is said but its scores.
     *
     * @param box where the face is, in pixels of the upright picture
     * @param confidence how sure the detector is that it is a face, 0 to 1
     * @param landmarks five points of the face; null where the detector gives none
     * @param emotion the most probable expression
     * @param score the probability of {@code emotion}
     * @param scores a probability for each expression that the model knows, in the order of its labels
     */
    public FaceEmotion(
            BoundingBox box,
            float confidence,
            @Nullable Landmarks landmarks,
            Emotion emotion,
            float score,
            Map<Emotion, Float> scores) {
        this(box, confidence, landmarks, emotion, score, scores, false, Map.of(), null);
    }

    /**
     * What a classifier says about a face.
     *
     * @param face where it is
     * @param scores what the classifier says about it
     */
    public FaceEmotion(Face face, EmotionScores scores) {
        this(
                face.box(),
                face.confidence(),
                face.landmarks(),
                scores.top(),
                scores.topScore(),
                scores,
                scores.abstained(),
                scores.extras(),
                null);
    }

    /**
     * The same with how well the face is to be seen.
     *
     * @param quality of the face
     * @return a face with it
     */
    public FaceEmotion withQuality(FaceQuality quality) {
        return new FaceEmotion(box, confidence, landmarks, emotion, score, scores, abstained, extras, quality);
    }

    /** Nothing stands for no extras: JSON that was written before there were any has none. */
    static Map<String, List<Float>> copy(@Nullable Map<String, List<Float>> extras) {
        Map<String, List<Float>> copy = new LinkedHashMap<>();
        if (extras != null) {
            extras.forEach((name, numbers) -> copy.put(name, List.copyOf(numbers)));
        }
        return Collections.unmodifiableMap(copy);
    }

    /** {@return the face alone} */
    public Face face() {
        return new Face(box, confidence, landmarks);
    }

    /** {@return a line such as {@code happy 0.94 at 120,80 size 64x72}} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %.2f at %.0f,%.0f size %.0fx%.0f",
                emotion.label(),
                score,
                box.x(),
                box.y(),
                box.width(),
                box.height());
    }
}
