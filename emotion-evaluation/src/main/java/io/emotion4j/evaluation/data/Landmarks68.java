package io.emotion4j.evaluation.data;

import io.emotion4j.Landmarks;
import io.emotion4j.Point;

/**
 * The 68 points of <a href="https://ibug.doc.ic.ac.uk/resources/facial-point-annotations/">iBUG 300-W</a>, reduced to five. iBUG
 * counts from the left of the picture: its points 36 to 41 are the eye on the picture's left, which is the subject's right.
 */
final class Landmarks68 {

    static final int COUNT = 68;

    private static final int RIGHT_EYE = 36;
    private static final int LEFT_EYE = 42;
    private static final int EYE_POINTS = 6;
    private static final int NOSE_TIP = 30;
    private static final int RIGHT_MOUTH_CORNER = 48;
    private static final int LEFT_MOUTH_CORNER = 54;

    private Landmarks68() {}

    /** @param xy x0, y0, x1, y1, ... */
    static Landmarks toFive(double[] xy) {
        return new Landmarks(
                mean(xy, RIGHT_EYE, EYE_POINTS),
                mean(xy, LEFT_EYE, EYE_POINTS),
                mean(xy, NOSE_TIP, 1),
                mean(xy, RIGHT_MOUTH_CORNER, 1),
                mean(xy, LEFT_MOUTH_CORNER, 1));
    }

    private static Point mean(double[] xy, int first, int count) {
        double x = 0;
        double y = 0;
        for (int i = first; i < first + count; i++) {
            x += xy[2 * i];
            y += xy[2 * i + 1];
        }
        return new Point((float) (x / count), (float) (y / count));
    }
}
