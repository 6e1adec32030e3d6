package io.emotion4j.internal.geometry;

import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.util.List;
import java.util.Optional;

/**
 * Aligns a face: the rotation, scaling and shift that bring its landmarks as near as can be to a template, by least
 * squares (<a href="https://doi.org/10.1109/34.88573">Umeyama 1991</a>, without mirroring). In the plane this has a
 * short closed form: with both point sets about their centroids and read as complex numbers, the factor is sum(conj(p)
 * q) / sum(|p|^2).
 */
public final class SimilarityTransform {

    /** Square pixels: landmarks that lie closer together than this say nothing about a face's size. */
    private static final double LEAST_SPREAD = 1e-6;

    private SimilarityTransform() {}

    /**
     * The map that the classifier's input is sampled by.
     *
     * @param found landmarks of a face, in pixels of the picture
     * @param template where they belong, in pixels of the input
     * @return from the input to the picture; empty if the landmarks fall together, so that they tell no size or angle
     */
    public static Optional<Affine> align(Landmarks found, Landmarks template) {
        return align(found.points(), template.points());
    }

    /** For any number of points from two up; both lists in the same order. */
    static Optional<Affine> align(List<Point> found, List<Point> template) {
        double fromX = 0;
        double fromY = 0;
        double toX = 0;
        double toY = 0;
        int count = found.size();
        for (int i = 0; i < count; i++) {
            fromX += found.get(i).x();
            fromY += found.get(i).y();
            toX += template.get(i).x();
            toY += template.get(i).y();
        }
        fromX /= count;
        fromY /= count;
        toX /= count;
        toY /= count;
        double real = 0;
        double imaginary = 0;
        double spread = 0;
        for (int i = 0; i < count; i++) {
            double px = found.get(i).x() - fromX;
            double py = found.get(i).y() - fromY;
            double qx = template.get(i).x() - toX;
            double qy = template.get(i).y() - toY;
            real += px * qx + py * qy;
            imaginary += px * qy - py * qx;
            spread += px * px + py * py;
        }
        double size = real * real + imaginary * imaginary;
        if (!(spread > LEAST_SPREAD) || !(size > 0) || !Double.isFinite(size / spread)) {
            return Optional.empty();
        }
        // The fit maps found to template; sampling needs its inverse, 1 / (a + bi).
        double a = real * spread / size;
        double b = -imaginary * spread / size;
        return Optional.of(new Affine(a, -b, fromX - a * toX + b * toY, b, a, fromY - b * toX - a * toY));
    }
}
