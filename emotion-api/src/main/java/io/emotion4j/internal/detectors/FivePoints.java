package io.emotion4j.internal.detectors;

import io.emotion4j.Landmarks;
import io.emotion4j.Point;

/**
 * Five points as all common networks order them: the eye, then the mouth's corner, that lies left in the picture comes first, which
 * is the subject's right one.
 */
final class FivePoints {

    private FivePoints() {}

    static Landmarks of(Coordinate x, Coordinate y) {
        return new Landmarks(point(x, y, 0), point(x, y, 1), point(x, y, 2), point(x, y, 3), point(x, y, 4));
    }

    private static Point point(Coordinate x, Coordinate y, int number) {
        return new Point(x.of(number), y.of(number));
    }

    /** One coordinate of a point. */
    interface Coordinate {

        float of(int number);
    }
}
