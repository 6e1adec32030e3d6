package io.emotion4j.internal.geometry;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;

/**
 * How a picture lies in a detector's input: scaled alike along both axes, at the top left corner; what remains at the
 * right and at the bottom is padding. (YuNet's reference implementation pads there too.)
 *
 * @param sourceWidth the picture's width, in pixels
 * @param sourceHeight the picture's height, in pixels
 * @param width the input's width, in pixels
 * @param height the input's height, in pixels
 * @param scale picture pixels an input pixel; above 1 the picture is shrunk
 */
public record Letterbox(int sourceWidth, int sourceHeight, int width, int height, double scale) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a side is less than 1 or the scale is not positive
     */
    public Letterbox {
        if (sourceWidth < 1 || sourceHeight < 1 || width < 1 || height < 1 || !(scale > 0)) {
            throw new IllegalArgumentException("A letterbox needs sides of at least 1 and a positive scale, found "
                    + sourceWidth + "x" + sourceHeight + " in " + width + "x" + height + " at scale " + scale);
        }
    }

    /**
     * For a network that takes any size: an input no larger than the picture needs.
     *
     * @param sourceWidth the picture's width, in pixels
     * @param sourceHeight the picture's height, in pixels
     * @param maxSide bound of the input's longer side, in pixels; rounded down to a multiple of {@code multipleOf}
     * @param multipleOf what both sides of the input must be multiples of
     * @param enlarge whether a picture below the bound is enlarged to it; otherwise it is only ever shrunk
     * @return the letterbox
     * @throws IllegalArgumentException if {@code maxSide} is less than {@code multipleOf}
     */
    public static Letterbox within(int sourceWidth, int sourceHeight, int maxSide, int multipleOf, boolean enlarge) {
        int bound = maxSide / multipleOf * multipleOf;
        if (bound < 1) {
            throw new IllegalArgumentException("A detection size of " + maxSide + " is less than " + multipleOf
                    + ", which the network's sides must be multiples of");
        }
        double scale = scale(sourceWidth, sourceHeight, bound, bound, enlarge);
        return new Letterbox(
                sourceWidth,
                sourceHeight,
                side(sourceWidth / scale, multipleOf, bound),
                side(sourceHeight / scale, multipleOf, bound),
                scale);
    }

    /**
     * For a network with an input of one size.
     *
     * @param sourceWidth the picture's width, in pixels
     * @param sourceHeight the picture's height, in pixels
     * @param width the input's width, in pixels
     * @param height the input's height, in pixels
     * @param enlarge whether a smaller picture is enlarged
     * @return the letterbox
     */
    public static Letterbox into(int sourceWidth, int sourceHeight, int width, int height, boolean enlarge) {
        double scale = scale(sourceWidth, sourceHeight, width, height, enlarge);
        return new Letterbox(sourceWidth, sourceHeight, width, height, scale);
    }

    private static double scale(int sourceWidth, int sourceHeight, int width, int height, boolean enlarge) {
        double scale = Math.max((double) sourceWidth / width, (double) sourceHeight / height);
        return enlarge ? scale : Math.max(scale, 1);
    }

    private static int side(double needed, int multipleOf, int bound) {
        // A hair above a multiple is rounding, and not worth another block of padding.
        int blocks = (int) Math.ceil((needed - 1e-3) / multipleOf);
        return Math.min(Math.max(blocks, 1) * multipleOf, bound);
    }

    /** {@return the map that the input is sampled by} */
    public Affine toSource() {
        return Affine.scaled(scale, scale, 0, 0);
    }

    /**
     * Maps a point back.
     *
     * @param input a place in the input
     * @return the place in the picture; it may lie outside
     */
    public Point toSource(Point input) {
        return toSource().map(input);
    }

    /**
     * Maps landmarks back.
     *
     * @param input places in the input
     * @return the places in the picture; they may lie outside, as a face at the edge has them
     */
    public Landmarks toSource(Landmarks input) {
        return toSource().map(input);
    }

    /**
     * Maps a box back and clips it to the picture.
     *
     * @param input a box in the input
     * @return the box in the picture; empty where it lies outside
     */
    public BoundingBox toSource(BoundingBox input) {
        return clipped(input.x() * scale, input.y() * scale, input.right() * scale, input.bottom() * scale);
    }

    private BoundingBox clipped(double left, double top, double right, double bottom) {
        float x = (float) Math.min(Math.max(left, 0), sourceWidth);
        float y = (float) Math.min(Math.max(top, 0), sourceHeight);
        return new BoundingBox(x, y, side(x, right, sourceWidth), side(y, bottom, sourceHeight));
    }

    /** A side that ends within the picture even after x + width is rounded. */
    private static float side(float start, double end, int most) {
        float side = (float) Math.max(Math.min(end, most) - start, 0);
        return start + side > most ? Math.nextDown(side) : side;
    }
}
