package io.emotion4j.evaluation.detector;

import io.emotion4j.BoundingBox;
import java.util.List;

/**
 * Which faces are judged, by the shorter side of their box.
 *
 * @param from at least so many pixels
 * @param to less than so many
 * @since 0.1.0
 */
public record SizeRange(double from, double to) {

    /** A find may be so much smaller or larger than the faces that are judged and still be blamed on them. */
    private static final double SLACK = 0.8;

    /**
     * All faces from a size up.
     *
     * @param pixels of the shorter side
     * @return the range
     */
    public static SizeRange from(double pixels) {
        return new SizeRange(pixels, Double.POSITIVE_INFINITY);
    }

    /** {@return ranges from tiny to large faces} */
    static List<SizeRange> steps() {
        return List.of(
                new SizeRange(8, 12),
                new SizeRange(12, 20),
                new SizeRange(20, 40),
                new SizeRange(40, 80),
                new SizeRange(80, 160),
                from(160));
    }

    boolean holds(BoundingBox box) {
        double side = Math.min(box.width(), box.height());
        return side >= from && side < to;
    }

    /** {@return whether a find is so far from the judged sizes that it cannot be meant as one of them} */
    boolean isFarFrom(BoundingBox found) {
        double side = Math.min(found.width(), found.height());
        return side < from * SLACK || side >= to / SLACK;
    }

    @Override
    public String toString() {
        return Double.isInfinite(to)
                ? Math.round(from) + " px and more"
                : Math.round(from) + " to " + Math.round(to) + " px";
    }
}
