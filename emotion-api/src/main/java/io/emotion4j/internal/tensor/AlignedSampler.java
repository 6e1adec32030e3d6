package io.emotion4j.internal.tensor;

import io.emotion4j.internal.geometry.Affine;
import java.util.Arrays;

/**
 * Samples where rows stay rows and columns stay columns: first the rows that an output row covers are blended to one, then its
 * columns.
 */
final class AlignedSampler implements RowSampler {

    private final RgbPixels source;
    private final AxisTaps columns;
    private final AxisTaps rows;
    private final int padding;
    private final boolean shifted;

    /** The blended row, from the lowest column used. */
    private final byte[] blended;

    AlignedSampler(RgbPixels source, Affine toSource, int width, int height, Border border) {
        this.source = source;
        columns = new AxisTaps(toSource.m00(), toSource.m02(), width, source.width(), border);
        rows = new AxisTaps(toSource.m11(), toSource.m12(), height, source.height(), border);
        padding = border.value();
        shifted = isShift(columns);
        blended = new byte[Math.max(0, 3 * (columns.highest - columns.lowest + 1))];
    }

    /** Whether each output column inside the source is exactly one column of it, in order. */
    private static boolean isShift(AxisTaps taps) {
        for (int i = 0; i < taps.first.length; i++) {
            int count = taps.start[i + 1] - taps.start[i];
            if (count > 1 || count == 1 && (taps.padding[i] != 0 || taps.first[i] != taps.first[0] + i)) {
                return false;
            }
        }
        return taps.lowest <= taps.highest && taps.lowest == taps.first[0];
    }

    @Override
    public void sample(int y, int[] red, int[] green, int[] blue) {
        int begin = rows.start[y];
        int end = rows.start[y + 1];
        if (begin == end || columns.lowest > columns.highest) {
            Arrays.fill(red, padding * UNITS);
            Arrays.fill(green, padding * UNITS);
            Arrays.fill(blue, padding * UNITS);
            return;
        }
        int stride = 3 * source.width();
        int from = rows.first[y] * stride + 3 * columns.lowest;
        byte[] row = source.rgb();
        if (end - begin > 1 || rows.padding[y] != 0) {
            int gray = padding * rows.padding[y];
            RowBlend.blend(row, from, stride, rows.weights, begin, end, gray, blended, 0, blended.length);
            row = blended;
            from = 0;
        }
        if (shifted) {
            copy(row, from, red, green, blue);
        } else {
            blendColumns(row, from - 3 * columns.lowest, red, green, blue);
        }
    }

    private void copy(byte[] row, int from, int[] red, int[] green, int[] blue) {
        int count = columns.highest - columns.lowest + 1;
        int at = from;
        for (int x = 0; x < count; x++) {
            red[x] = (row[at] & 0xff) * UNITS;
            green[x] = (row[at + 1] & 0xff) * UNITS;
            blue[x] = (row[at + 2] & 0xff) * UNITS;
            at += 3;
        }
        Arrays.fill(red, count, red.length, padding * UNITS);
        Arrays.fill(green, count, green.length, padding * UNITS);
        Arrays.fill(blue, count, blue.length, padding * UNITS);
    }

    private void blendColumns(byte[] row, int origin, int[] red, int[] green, int[] blue) {
        int[] start = columns.start;
        int[] weights = columns.weights;
        for (int x = 0; x < red.length; x++) {
            int at = origin + 3 * columns.first[x];
            int r = padding * columns.padding[x];
            int g = r;
            int b = r;
            for (int k = start[x]; k < start[x + 1]; k++) {
                int weight = weights[k];
                r += (row[at] & 0xff) * weight;
                g += (row[at + 1] & 0xff) * weight;
                b += (row[at + 2] & 0xff) * weight;
                at += 3;
            }
            red[x] = r;
            green[x] = g;
            blue[x] = b;
        }
    }
}
