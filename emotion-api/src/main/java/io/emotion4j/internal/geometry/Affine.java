package io.emotion4j.internal.geometry;

import io.emotion4j.Landmarks;
import io.emotion4j.Point;

/**
 * A 2x3 matrix that maps a place in an output (a network's input) to the place in the source (the picture) that it
 * shows. Scaling, cropping, letterboxing, aligning and mirroring are all such matrices, so one loop samples them all
 * and no cropped picture ever exists.
 *
 * <p>Coordinates are continuous: the first pixel covers 0 to 1, its centre is at 0.5.
 *
 * <pre>
 * sourceX = m00 * x + m01 * y + m02
 * sourceY = m10 * x + m11 * y + m12
 * </pre>
 *
 * @param m00 x to x
 * @param m01 y to x
 * @param m02 added to x
 * @param m10 x to y
 * @param m11 y to y
 * @param m12 added to y
 */
public record Affine(double m00, double m01, double m02, double m10, double m11, double m12) {

    /** Every place is itself. */
    public static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    public Affine {
        if (!Double.isFinite(m00 + m01 + m02 + m10 + m11 + m12)) {
            throw new IllegalArgumentException("An affine map needs finite numbers, found [" + m00 + " " + m01 + " "
                    + m02 + "; " + m10 + " " + m11 + " " + m12 + "]");
        }
    }

    /**
     * Scales along the axes, then shifts.
     *
     * @param scaleX source pixels an output pixel, along x
     * @param scaleY source pixels an output pixel, along y
     * @param left the source's x at the output's left edge
     * @param top the source's y at the output's top edge
     * @return the map
     */
    public static Affine scaled(double scaleX, double scaleY, double left, double top) {
        return new Affine(scaleX, 0, left, 0, scaleY, top);
    }

    /**
     * The source's x.
     *
     * @param x in the output
     * @param y in the output
     * @return x in the source
     */
    public double x(double x, double y) {
        return m00 * x + m01 * y + m02;
    }

    /**
     * The source's y.
     *
     * @param x in the output
     * @param y in the output
     * @return y in the source
     */
    public double y(double x, double y) {
        return m10 * x + m11 * y + m12;
    }

    /**
     * Maps a point.
     *
     * @param output a place in the output
     * @return the place in the source
     */
    public Point map(Point output) {
        return new Point((float) x(output.x(), output.y()), (float) y(output.x(), output.y()));
    }

    /**
     * Maps five points.
     *
     * @param output places in the output
     * @return the places in the source
     */
    public Landmarks map(Landmarks output) {
        return new Landmarks(
                map(output.rightEye()),
                map(output.leftEye()),
                map(output.nose()),
                map(output.rightMouthCorner()),
                map(output.leftMouthCorner()));
    }

    /**
     * The map that applies another one first.
     *
     * @param first its source is this map's output
     * @return this map after {@code first}
     */
    public Affine after(Affine first) {
        return new Affine(
                m00 * first.m00 + m01 * first.m10,
                m00 * first.m01 + m01 * first.m11,
                x(first.m02, first.m12),
                m10 * first.m00 + m11 * first.m10,
                m10 * first.m01 + m11 * first.m11,
                y(first.m02, first.m12));
    }

    /**
     * The way back.
     *
     * @return the map from source to output
     * @throws ArithmeticException if this maps everything onto a line or a point
     */
    public Affine inverse() {
        double det = m00 * m11 - m01 * m10;
        if (det == 0) {
            throw new ArithmeticException("This map has no inverse, it maps the plane onto a line or a point: " + this);
        }
        double i00 = m11 / det;
        double i01 = -m01 / det;
        double i10 = -m10 / det;
        double i11 = m00 / det;
        return new Affine(i00, i01, -(i00 * m02 + i01 * m12), i10, i11, -(i10 * m02 + i11 * m12));
    }

    /** {@return whether every place is itself} */
    public boolean isIdentity() {
        return isAxisAligned() && m00 == 1 && m11 == 1 && m02 == 0 && m12 == 0;
    }

    /** {@return whether rows stay rows and columns stay columns; they may be scaled and mirrored} */
    public boolean isAxisAligned() {
        return m01 == 0 && m10 == 0;
    }

    /** {@return how many source pixels a step of one output pixel along x covers} */
    public double scaleX() {
        return Math.hypot(m00, m10);
    }

    /** {@return how many source pixels a step of one output pixel along y covers} */
    public double scaleY() {
        return Math.hypot(m01, m11);
    }
}
