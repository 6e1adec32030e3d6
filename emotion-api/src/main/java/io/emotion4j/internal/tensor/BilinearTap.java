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

    /** Adds the channels' values times 65536 for the places (x, y), (x + stepX, y + stepY) and so on. */
    void add(double x, double y, double stepX, double stepY, int[] red, int[] green, int[] blue) {
        // From the place of a pixel's corner to that of its centre, and half a weight's unit up so that weights are
        // rounded.
        double toIndex = -0.5 + 0.5 / (1 << WEIGHT_BITS);
        long atX = fixed(x + toIndex, FAR);
        long atY = fixed(y + toIndex, FAR);
        long byX = fixed(stepX, FAST);
        long byY = fixed(stepY, FAST);
        int stride = 3 * width;
        byte[] p = rgb;
        for (int i = 0; i < red.length; i++) {
            int column = (int) (atX >> FRACTION);
            int row = (int) (atY >> FRACTION);
            int wx = (int) (atX >> FRACTION - WEIGHT_BITS) & 0xff;
            int wy = (int) (atY >> FRACTION - WEIGHT_BITS) & 0xff;
            if (column >= 0 && row >= 0 && column < width - 1 && row < height - 1) {
                int at = row * stride + 3 * column;
                int below = at + stride;
                int ux = 256 - wx;
                int uy = 256 - wy;
                int a = ux * uy;
                int b = wx * uy;
                int c = ux * wy;
                int d = wx * wy;
                red[i] +=
                        (p[at] & 0xff) * a + (p[at + 3] & 0xff) * b + (p[below] & 0xff) * c + (p[below + 3] & 0xff) * d;
                green[i] += (p[at + 1] & 0xff) * a
                        + (p[at + 4] & 0xff) * b
                        + (p[below + 1] & 0xff) * c
                        + (p[below + 4] & 0xff) * d;
                blue[i] += (p[at + 2] & 0xff) * a
                        + (p[at + 5] & 0xff) * b
                        + (p[below + 2] & 0xff) * c
                        + (p[below + 5] & 0xff) * d;
            } else {
                int topLeft = pixel(column, row);
                int topRight = pixel(column + 1, row);
                int bottomLeft = pixel(column, row + 1);
                int bottomRight = pixel(column + 1, row + 1);
                red[i] += blend(topLeft >> 16, topRight >> 16, bottomLeft >> 16, bottomRight >> 16, wx, wy);
                green[i] += blend(topLeft >> 8, topRight >> 8, bottomLeft >> 8, bottomRight >> 8, wx, wy);
                blue[i] += blend(topLeft, topRight, bottomLeft, bottomRight, wx, wy);
            }
            atX += byX;
            atY += byY;
        }
    }

    private static long fixed(double value, double most) {
        return Math.round(Math.min(Math.max(value, -most), most) * (1L << FRACTION));
    }

    private static int blend(int topLeft, int topRight, int bottomLeft, int bottomRight, int wx, int wy) {
        int top = (topLeft & 0xff) * (256 - wx) + (topRight & 0xff) * wx;
        int bottom = (bottomLeft & 0xff) * (256 - wx) + (bottomRight & 0xff) * wx;
        return top * (256 - wy) + bottom * wy;
    }

    /** {@code 0xRRGGBB}, of the border where the place lies outside. */
    private int pixel(int column, int row) {
        int x = Math.min(Math.max(column, 0), width - 1);
        int y = Math.min(Math.max(row, 0), height - 1);
        if (!border.replicates() && (x != column || y != row)) {
            return border.value() * 0x010101;
        }
        int at = (y * width + x) * 3;
        return (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
    }
}
