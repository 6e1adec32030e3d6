package io.emotion4j.internal.tensor;

/** Bilinear interpolation at evenly spaced places along a line, in fixed point. */
final class BilinearTap {

    private static final int FRACTION = 24;
    private static final int WEIGHT_BITS = 8;

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
        // From the place of a pixel's corner to that of its centre, and half a weight's unit up so that weights are
        // rounded.
        double toIndex = -0.5 + 0.5 / (1 << WEIGHT_BITS);
        long atX = fixed(x + toIndex, FAR);
        long atY = fixed(y + toIndex, FAR);
        long byX = fixed(stepX, FAST);
        long byY = fixed(stepY, FAST);
        int shift = taps == 1 ? 0 : 2;
        long kept = (0xffff >> shift) * Lanes.EACH;
        int stride = 3 * width;
        for (int i = 0; i < sums.length; i++) {
            int column = (int) (atX >> FRACTION);
            int row = (int) (atY >> FRACTION);
            int wx = (int) (atX >> FRACTION - WEIGHT_BITS) & 0xff;
            int wy = (int) (atY >> FRACTION - WEIGHT_BITS) & 0xff;
            // The four products of the weights, rounded so that they still add up to 256.
            int w11 = wx * wy + 128 >> 8;
            int w01 = wx - w11;
            int w10 = wy - w11;
            int w00 = Lanes.ONE - wx - w10;
            int at = row * stride + 3 * column;
            int below = at + stride;
            long mean;
            if (column >= 0 && row >= 0 && column < width - 1 && row < height - 1 && below <= rgb.length - 8) {
                long top = Lanes.bytes(rgb, at);
                long bottom = Lanes.bytes(rgb, below);
                mean = Lanes.pixel(top) * w00
                        + Lanes.pixel(top >>> 24) * w01
                        + Lanes.pixel(bottom) * w10
                        + Lanes.pixel(bottom >>> 24) * w11;
            } else {
                mean = pixel(column, row) * w00
                        + pixel(column + 1, row) * w01
                        + pixel(column, row + 1) * w10
                        + pixel(column + 1, row + 1) * w11;
            }
            sums[i] += mean >>> shift & kept;
            atX += byX;
            atY += byY;
        }
    }

    private static long fixed(double value, double most) {
        return Math.round(Math.min(Math.max(value, -most), most) * (1L << FRACTION));
    }

    /** Of the border where the place lies outside. */
    private long pixel(int column, int row) {
        int x = Math.min(Math.max(column, 0), width - 1);
        int y = Math.min(Math.max(row, 0), height - 1);
        if (!border.replicates() && (x != column || y != row)) {
            return border.value() * Lanes.EACH;
        }
        int at = (y * width + x) * 3;
        return Lanes.pixel(rgb[at] & 0xff, rgb[at + 1] & 0xff, rgb[at + 2] & 0xff);
    }
}
