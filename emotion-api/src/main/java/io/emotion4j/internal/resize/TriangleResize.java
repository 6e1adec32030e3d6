package io.emotion4j.internal.resize;

/**
 * A triangle as wide as what a pixel of the result covers, and at least two pixels, first along the rows, then along the columns, each
 * rounded to bytes: Pillow's {@code BILINEAR}.
 */
final class TriangleResize {

    private static final int BITS = 22;

    private TriangleResize() {}

    static Raster of(Raster from, int width, int height) {
        return vertical(horizontal(from, width), height);
    }

    private static Raster horizontal(Raster from, int width) {
        if (width == from.width()) {
            return from;
        }
        Raster to = new Raster(width, from.height(), from.channels());
        for (int x = 0; x < width; x++) {
            Taps taps = Taps.of(x, from.width(), width);
            for (int y = 0; y < from.height(); y++) {
                for (int c = 0; c < from.channels(); c++) {
                    int sum = 1 << BITS - 1;
                    for (int i = 0; i < taps.weights.length; i++) {
                        sum += from.get(taps.first + i, y, c) * taps.weights[i];
                    }
                    to.set(x, y, c, sum >> BITS);
                }
            }
        }
        return to;
    }

    private static Raster vertical(Raster from, int height) {
        if (height == from.height()) {
            return from;
        }
        Raster to = new Raster(from.width(), height, from.channels());
        for (int y = 0; y < height; y++) {
            Taps taps = Taps.of(y, from.height(), height);
            for (int x = 0; x < from.width(); x++) {
                for (int c = 0; c < from.channels(); c++) {
                    int sum = 1 << BITS - 1;
                    for (int i = 0; i < taps.weights.length; i++) {
                        sum += from.get(x, taps.first + i, c) * taps.weights[i];
                    }
                    to.set(x, y, c, sum >> BITS);
                }
            }
        }
        return to;
    }

    /** The first pixel and the weights from there on. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Taps(int first, int[] weights) {

        static Taps of(int at, int from, int to) {
            double scale = (double) from / to;
            double support = Math.max(scale, 1);
            double centre = (at + 0.5) * scale;
            int first = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(from, (int) (centre + support + 0.5));
            double[] exact = new double[end - first];
            double sum = 0;
            for (int i = 0; i < exact.length; i++) {
                exact[i] = Math.max(0, 1 - Math.abs((i + first - centre + 0.5) / support));
                sum += exact[i];
            }
            int[] weights = new int[exact.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (int) (exact[i] / sum * (1 << BITS) + 0.5);
            }
            return new Taps(first, weights);
        }
    }
}
