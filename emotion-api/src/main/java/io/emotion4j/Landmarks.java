package io.emotion4j;

import java.util.List;

/**
 * Five points of a face, in pixels of the picture. Right and left are the subject's: in a frontal portrait the right eye
 * is on the left of the picture.
 *
 * @param rightEye centre of the right eye
 * @param leftEye centre of the left eye
 * @param nose tip of the nose
 * @param rightMouthCorner right corner of the mouth
 * @param leftMouthCorner left corner of the mouth
 */
public record Landmarks(Point rightEye, Point leftEye, Point nose, Point rightMouthCorner, Point leftMouthCorner) {

    /** {@return the five points, in the order of the components} */
    public List<Point> points() {
        return List.of(rightEye, leftEye, nose, rightMouthCorner, leftMouthCorner);
    }
}
