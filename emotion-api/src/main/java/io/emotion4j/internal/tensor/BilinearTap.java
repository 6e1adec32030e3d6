package io.emotion4j.internal.tensor;

/**
 * Bilinear interpolation at evenly spaced places along a line, in fixed point. Weights are as fine as places: one that moves by
 * a last bit changes nothing that a network notices. Engines differ by as much in where a face is.
 */
final class BilinearTap {

    /** Of the sums, as many as three lanes leave room for. */
    static final int SUM_FRACTION = 13;

    private static final int LANE = 8 + SUM_FRACTION;

    /** Of a place and of a weight, so that a byte times a weight has 32 bits. */
    private static final int FRACTION = 24;

    private static final int ONE = 1 << FRACTION;

    /** From a byte times weights to a lane. */
    private static final int SURPLUS = FRACTION - SUM_FRACTION;

    /** Beyond these all is border, and fixed-point numbers might overflow. */
    private static final double FAR = 1 << 30;

    private static final double FAST = 1 << 20;

    private final byte[] rgb;
    private final int width;
    private final int height;
    private final Border border;

    BilinearTap(RgbPixels source, Border border) {
        rgb = source.rgb();
        width = source.width();
        height = source.height();
        this.border = border;
    }

    /**
     * Adds the pixels at the places (x, y), (x + stepX, y + stepY) and so on to the sums, with the weight 1 / taps;
     * taps are 1 or 4.
     */
    void add(double x, double y, double stepX, double stepY, int taps, long[] sums) {
        // From the place of a pixel's corner to that of its centre.
        long atX = fixed(x - 0.5, FAR);
        long atY = fixed(y - 0.5, FAR);
        long byX = fixed(stepX, FAST);
        long byY = fixed(stepY, FAST);
        int shift = SURPLUS + (taps == 1 ? 0 : 2);
        int stride = 3 * width;
        for (int i = 0; i < sums.length; i++) {
            int column = (int) (atX >> FRACTION);
            int row = (int) (atY >> FRACTION);
            long wx = atX & ONE - 1;
            long wy = atY & ONE - 1;
            // The four products of the weights, rounded so that they still add up to one.
            long w11 = wx * wy + ONE / 2 >> FRACTION;
            long w01 = wx - w11;
            long w10 = wy - w11;
            long w00 = ONE - wx - w10;
            int at = row * stride + 3 * column;
            int below = at + stride;
            long topLeft;
            long topRight;
            long bottomLeft;
            long bottomRight;
            if (column >= 0 && row >= 0 && column < width - 1 && row < height - 1 && below <= rgb.length - 8) {
                topLeft = Lanes.bytes(rgb, at);
                topRight = topLeft >>> 24;
                bottomLeft = Lanes.bytes(rgb, below);
                bottomRight = bottomLeft >>> 24;
            } else {
                topLeft = pixel(column, row);
                topRight = pixel(column + 1, row);
                bottomLeft = pixel(column, row + 1);
                bottomRight = pixel(column + 1, row + 1);
            }
            long redAndBlue = redAndBlue(topLeft) * w00
                    + redAndBlue(topRight) * w01
                    + redAndBlue(bottomLeft) * w10
                    + redAndBlue(bottomRight) * w11;
            long green =
                    green(topLeft) * w00 + green(topRight) * w01 + green(bottomLeft) * w10 + green(bottomRight) * w11;
            sums[i] += (redAndBlue & 0xffffffffL) >>> shift
                    | redAndBlue >>> 32 + shift << LANE
                    | green >>> shift << 2 * LANE;
            atX += byX;
            atY += byY;
        }
    }

    /** Red in the lower half, blue in the upper. */
    private static long redAndBlue(long bytes) {
        return bytes & 0xff | (bytes & 0xff0000) << 16;
    }

    private static long green(long bytes) {
        return bytes >>> 8 & 0xff;
    }

    private static long fixed(double value, double most) {
        return Math.round(Math.min(Math.max(value, -most), most) * (1L << FRACTION));
    }

    /** In the lowest three bytes; of the border where the place lies outside. */
    private int pixel(int column, int row) {
        int x = Math.min(Math.max(column, 0), width - 1);
        int y = Math.min(Math.max(row, 0), height - 1);
        if (!border.replicates() && (x != column || y != row)) {
            return border.value() * 0x010101;
        }
        int at = (y * width + x) * 3;
        return rgb[at] & 0xff | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff) << 16;
    }
}
