package io.emotion4j;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Five points of a face, in pixels of the picture. Right and left are the subject's: in a frontal portrait the right eye
 * is on the left of the picture.
 *
 * @param rightEye centre of the right eye
 * @param leftEye centre of the left eye
 * @param nose tip of the nose
 * @param rightMouthCorner right corner of the mouth
 * @param leftMouthCorner left corner of the mouth
 * @since 0.1.0
 */
public record Landmarks(Point rightEye, Point leftEye, Point nose, Point rightMouthCorner, Point leftMouthCorner)
        implements Serializable {

    /**
     * Checks that all five are there.
     *
     * @throws NullPointerException if one is null
     */
    public Landmarks {
        Objects.requireNonNull(rightEye, "rightEye");
        Objects.requireNonNull(leftEye, "leftEye");
        Objects.requireNonNull(nose, "nose");
        Objects.requireNonNull(rightMouthCorner, "rightMouthCorner");
        Objects.requireNonNull(leftMouthCorner, "leftMouthCorner");
    }

    /** {@return the five points, in the order of the components} */
    public List<Point> points() {
        return List.of(rightEye, leftEye, nose, rightMouthCorner, leftMouthCorner);
    }
}
