package io.emotion4j.internal.tensor;

/**
 * The weighted means of pixels along a row, all three channels of a pixel at once. Immutable.
 */
final class ColumnBlend {

    private final int[] places;
    private final int taps;
    private final long[][] weights;
    private final long[] padding;

    /** For rows that start at pixel {@code taps.lowest}; {@code gray} lies outside. */
    ColumnBlend(AxisTaps columns, int gray) {
        int count = columns.first.length;
        int size = columns.highest - columns.lowest + 1;
        int most = 0;
        for (int x = 0; x < count; x++) {
            most = Math.max(most, columns.start[x + 1] - columns.start[x]);
        }
        taps = most;
        places = new int[count];
        weights = new long[most][count];
        padding = new long[count];
        for (int x = 0; x < count; x++) {
            int used = columns.start[x + 1] - columns.start[x];
            // Each output pixel gets as many taps; where the row ends before, they start earlier, with nothing.
            int first = used == 0 ? 0 : Math.min(columns.first[x] - columns.lowest, size - most);
            int skipped = columns.first[x] - columns.lowest - first;
            for (int k = 0; k < used; k++) {
                weights[skipped + k][x] = columns.weights[columns.start[x] + k];
            }
            places[x] = 3 * first;
            padding[x] = (long) gray * columns.padding[x] * Lanes.EACH;
        }
    }

    /** Blends a row of pixels; one more byte after the last is read, not used. */
    void blend(byte[] row, int from, long[] sums) {
        System.arraycopy(padding, 0, sums, 0, sums.length);
        int k = 0;
        for (; k <= taps - 4; k += 4) {
            addFour(row, from + 3 * k, sums, weights[k], weights[k + 1], weights[k + 2], weights[k + 3]);
        }
        for (; k <= taps - 2; k += 2) {
            addTwo(row, from + 3 * k, sums, weights[k], weights[k + 1]);
        }
        if (k < taps) {
            addOne(row, from + 3 * k, sums, weights[k]);
        }
    }

    private void addFour(byte[] row, int from, long[] sums, long[] first, long[] second, long[] third, long[] fourth) {
        for (int x = 0; x < sums.length; x++) {
            int at = from + places[x];
            sums[x] += Lanes.pixel(row, at) * first[x]
                    + Lanes.pixel(row, at + 3) * second[x]
                    + Lanes.pixel(row, at + 6) * third[x]
                    + Lanes.pixel(row, at + 9) * fourth[x];
        }
    }

    private void addTwo(byte[] row, int from, long[] sums, long[] first, long[] second) {
        for (int x = 0; x < sums.length; x++) {
            int at = from + places[x];
            sums[x] += Lanes.pixel(row, at) * first[x] + Lanes.pixel(row, at + 3) * second[x];
        }
    }

    private void addOne(byte[] row, int from, long[] sums, long[] first) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += Lanes.pixel(row, from + places[x]) * first[x];
        }
    }
}
