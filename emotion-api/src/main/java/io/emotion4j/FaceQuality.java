package io.emotion4j;

import io.emotion4j.internal.geometry.SquareCrop;
import io.emotion4j.internal.gray.GrayMeasures;
import io.emotion4j.internal.tensor.Border;
import io.emotion4j.internal.tensor.TensorWriter;
import io.emotion4j.model.InputSpec;
import java.io.Serializable;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How well a face is to be seen: what a program may look at before it believes an expression. Angles are estimates from five points.
 *
 * @param eyeDistance pixels of the picture between the eyes' centres; null where the face has no landmarks
 * @param sharpness the root mean square of the Laplacian of the face, brought to 48x48 pixels, over its contrast; blurred and
 *     enlarged faces have less. As the evaluation measures it
 * @param brightness the mean gray value of the face's box made square, 0 to 255
 * @param yaw degrees by which the face is turned aside, above 0 to its own left; null without landmarks
 * @param roll degrees by which the face is tilted in the picture, above 0 clockwise; null without landmarks
 * @since 0.1.0
 */
public record FaceQuality(
        @Nullable Float eyeDistance,
        float sharpness,
        float brightness,
        @Nullable Float yaw,
        @Nullable Float roll) implements Serializable {

    /** Pixels of the side that sharpness is measured at: the expression data sets' own. */
    private static final int SIDE = 48;
    /** How far the tip of the nose lies before the eyes, in distances between them: about 35 mm of 63. */
    private static final double NOSE = 0.55;

    private static final TensorWriter WRITER =
            TensorWriter.of(InputSpec.builder("gray").size(SIDE, SIDE).build());

    /**
     * Measures a face.
     *
     * @param image the upright picture
     * @param face a face within it
     * @return how well it is to be seen
     */
    public static FaceQuality of(RgbImage image, Face face) {
        float[] gray = new float[SIDE * SIDE];
        WRITER.write(
                image,
                SquareCrop.of(face.box(), 0, SIDE, SIDE),
                SIDE,
                SIDE,
                Border.replicate(),
                FloatBuffer.wrap(gray),
                0);
        GrayMeasures measures = GrayMeasures.of(gray, SIDE);
        Landmarks points = face.landmarks();
        return new FaceQuality(
                points == null ? null : (float) eyes(points),
                (float) measures.sharpness(),
                (float) measures.brightness(),
                points == null ? null : (float) Math.toDegrees(yaw(points)),
                points == null ? null : (float) Math.toDegrees(roll(points)));
    }

    /** {@return the quality of a face that was measured in a copy, so many times smaller than the picture} */
    FaceQuality inPicture(float times) {
        return new FaceQuality(eyeDistance == null ? null : eyeDistance * times, sharpness, brightness, yaw, roll);
    }

    private static double eyes(Landmarks points) {
        return Math.hypot(
                points.leftEye().x() - points.rightEye().x(),
                points.leftEye().y() - points.rightEye().y());
    }

    private static double roll(Landmarks points) {
        return Math.atan2(
                points.leftEye().y() - points.rightEye().y(),
                points.leftEye().x() - points.rightEye().x());
    }

    /**
     * The nose is before the eyes: turned by an angle, it moves along their line by the sine of it while they draw together by the
     * cosine.
     */
    private static double yaw(Landmarks points) {
        double distance = Math.max(1e-3, eyes(points));
        double middleX = (points.leftEye().x() + points.rightEye().x()) / 2;
        double middleY = (points.leftEye().y() + points.rightEye().y()) / 2;
        double angle = roll(points);
        double along =
                (points.nose().x() - middleX) * Math.cos(angle) + (points.nose().y() - middleY) * Math.sin(angle);
        return Math.atan(along / distance / NOSE);
    }
}
