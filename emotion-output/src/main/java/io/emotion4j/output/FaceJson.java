package io.emotion4j.output;

import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.FaceEmotion;
import io.emotion4j.FaceQuality;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A face in JSON.
 *
 * @param box in pixels of the upright picture
 * @param confidence of the face, 0 to 1
 * @param landmarks null where the detector gives none
 * @param emotion the most probable expression
 * @param score its probability, 0 to 1
 * @param scores every expression's, in the order of the model's output
 * @param abstained whether the model abstains, because the score is less than was asked for
 * @param extras what the model says beside the scores, by name, such as valence; mostly empty
 * @param quality how well the face is to be seen; null unless that was asked for
 * @since 0.1.0
 */
public record FaceJson(
        Box box,
        BigDecimal confidence,
        @Nullable Landmarks landmarks,
        String emotion,
        BigDecimal score,
        Map<String, BigDecimal> scores,
        boolean abstained,
        Map<String, List<BigDecimal>> extras,
        @Nullable Quality quality) {

    /**
     * A box, in pixels.
     *
     * @param x of its left edge
     * @param y of its upper edge
     * @param width to the right
     * @param height downwards
     */
    public record Box(BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal height) {

        /**
         * The box of a face.
         *
         * @param box in pixels
         * @return the same, to a hundredth
         */
        public static Box of(BoundingBox box) {
            return new Box(
                    Decimals.pixels(box.x()),
                    Decimals.pixels(box.y()),
                    Decimals.pixels(box.width()),
                    Decimals.pixels(box.height()));
        }
    }

    /**
     * Five points, each x and y in pixels; right and left are the subject's.
     *
     * @param rightEye of its centre
     * @param leftEye of its centre
     * @param nose of its tip
     * @param rightMouthCorner of the mouth
     * @param leftMouthCorner of the mouth
     */
    public record Landmarks(
            List<BigDecimal> rightEye,
            List<BigDecimal> leftEye,
            List<BigDecimal> nose,
            List<BigDecimal> rightMouthCorner,
            List<BigDecimal> leftMouthCorner) {

        private static @Nullable Landmarks of(io.emotion4j.@Nullable Landmarks points) {
            return points == null
                    ? null
                    : new Landmarks(
                            point(points.rightEye()),
                            point(points.leftEye()),
                            point(points.nose()),
                            point(points.rightMouthCorner()),
                            point(points.leftMouthCorner()));
        }

        private static List<BigDecimal> point(io.emotion4j.Point point) {
            return List.of(Decimals.pixels(point.x()), Decimals.pixels(point.y()));
        }
    }

    /**
     * How well a face is to be seen.
     *
     * @param eyeDistance pixels between the eyes; null without landmarks
     * @param sharpness the root mean square of the Laplacian at 48x48 pixels, over the contrast
     * @param brightness mean gray value, 0 to 255
     * @param yaw degrees by which the face is turned to its own left; null without landmarks
     * @param roll degrees by which it is tilted clockwise; null without landmarks
     */
    public record Quality(
            @Nullable BigDecimal eyeDistance,
            BigDecimal sharpness,
            BigDecimal brightness,
            @Nullable BigDecimal yaw,
            @Nullable BigDecimal roll) {

        private static @Nullable Quality of(@Nullable FaceQuality quality) {
            return quality == null
                    ? null
                    : new Quality(
                            hundredths(quality.eyeDistance()),
                            Decimals.pixels(quality.sharpness()),
                            Decimals.pixels(quality.brightness()),
                            hundredths(quality.yaw()),
                            hundredths(quality.roll()));
        }

        private static @Nullable BigDecimal hundredths(@Nullable Float number) {
            return number == null ? null : Decimals.pixels(number);
        }
    }

    /**
     * A face that was found.
     *
     * @param found the face
     * @return its form in JSON
     */
    public static FaceJson of(FaceEmotion found) {
        return new FaceJson(
                Box.of(found.box()),
                Decimals.probability(found.confidence()),
                Landmarks.of(found.landmarks()),
                found.emotion().label(),
                Decimals.probability(found.score()),
                scores(found.scores()),
                found.abstained(),
                extras(found.extras()),
                Quality.of(found.quality()));
    }

    private static Map<String, List<BigDecimal>> extras(Map<String, List<Float>> extras) {
        Map<String, List<BigDecimal>> all = new LinkedHashMap<>();
        extras.forEach((name, numbers) ->
                all.put(name, numbers.stream().map(Decimals::probability).toList()));
        return all;
    }

    /**
     * Scores by expression.
     *
     * @param scores of a face, or of a track
     * @return them, to a millionth, in their order
     */
    public static Map<String, BigDecimal> scores(Map<Emotion, Float> scores) {
        Map<String, BigDecimal> all = new LinkedHashMap<>();
        scores.forEach((emotion, score) -> all.put(emotion.label(), Decimals.probability(score)));
        return all;
    }
}
