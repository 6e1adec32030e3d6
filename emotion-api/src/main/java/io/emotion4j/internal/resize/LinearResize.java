package io.emotion4j.internal.resize;

/**
 * Two by two pixels with weights of 11 bits, however much smaller the result is: OpenCV's {@code INTER_LINEAR} of bytes, and its {@code
 * INTER_AREA} where it enlarges.
 */
final class LinearResize {

    private static final int ONE = 1 << 11;

    private LinearResize() {}

    static Raster of(Raster from, int width, int height, boolean area) {
        int[][] columns = taps(from.width(), width, area);
        int[][] rows = taps(from.height(), height, area);
        Raster to = new Raster(width, height, from.channels());
        for (int y = 0; y < height; y++) {
            int y0 = rows[0][y];
            int y1 = Math.min(y0 + 1, from.height() - 1);
            int below = rows[1][y];
            for (int x = 0; x < width; x++) {
                int x0 = columns[0][x];
                int x1 = Math.min(x0 + 1, from.width() - 1);
                int right = columns[1][x];
                for (int c = 0; c < from.channels(); c++) {
                    int upper = from.get(x0, y0, c) * (ONE - right) + from.get(x1, y0, c) * right;
                    int lower = from.get(x0, y1, c) * (ONE - right) + from.get(x1, y1, c) * right;
                    // The shifts are OpenCV's: they decide how halves are rounded.
                    to.set(x, y, c, ((ONE - below) * (upper >> 4) >> 16) + (below * (lower >> 4) >> 16) + 2 >> 2);
                }
            }
        }
        return to;
    }

    /** The first of two pixels, and the weight of the second, for each pixel of the result. */
    private static int[][] taps(int from, int to, boolean area) {
        double scale = (double) from / to;
        int[][] taps = new int[2][to];
        for (int i = 0; i < to; i++) {
            int first;
            float part;
            if (area) {
                first = (int) Math.floor(i * scale);
                part = (float) (i + 1 - (first + 1) / scale);
                part = part <= 0 ? 0 : part - (float) Math.floor(part);
            } else {
                float at = (float) ((i + 0.5) * scale - 0.5);
                first = (int) Math.floor(at);
                part = at - first;
            }
            if (first < 0) {
                first = 0;
                part = 0;
            }
            if (first >= from - 1) {
                first = from - 1;
                part = 0;
            }
            taps[0][i] = first;
            taps[1][i] = (int) Math.rint(part * ONE);
        }
        return taps;
    }
}
