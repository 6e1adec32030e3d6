package io.emotion4j.internal.tensor;

import io.emotion4j.internal.geometry.Affine;
import java.util.Arrays;

/**
 * Samples where rows stay rows and columns stay columns: first the rows that an output row covers are blended to one,
 * then its columns.
 */
final class AlignedSampler implements RowSampler {

    private final RgbPixels source;
    private final AxisTaps columns;
    private final AxisTaps rows;
    private final int gray;
    private final long outside;
    private final boolean shifted;
    private final RowBlend rowBlend;
    private final ColumnBlend columnBlend;

    /** The blended row, from the lowest column used, and a byte that {@link ColumnBlend} wants. */
    private final byte[] blended;

    AlignedSampler(RgbPixels source, Affine toSource, int width, int height, Border border) {
        this.source = source;
        columns = new AxisTaps(toSource.m00(), toSource.m02(), width, source.width(), border);
        rows = new AxisTaps(toSource.m11(), toSource.m12(), height, source.height(), border);
        gray = border.value();
        outside = (long) gray * Lanes.ONE * Lanes.EACH;
        shifted = columns.areShifted();
        int length = 3 * columns.used();
        blended = new byte[length + 1];
        rowBlend = new RowBlend(length);
        columnBlend = new ColumnBlend(columns, gray);
    }

    @Override
    public void sample(int y, long[] target) {
        int begin = rows.start[y];
        int end = rows.start[y + 1];
        if (begin == end || columns.used() == 0) {
            Arrays.fill(target, outside);
            return;
        }
        int stride = 3 * source.width();
        int from = rows.first[y] * stride + 3 * columns.lowest;
        int last = from + blended.length;
        byte[] row = source.rgb();
        if (end - begin > 1 || rows.padding[y] != 0 || last > row.length) {
            rowBlend.blend(row, from, stride, rows.weights, begin, end, gray * rows.padding[y], blended);
            row = blended;
            from = 0;
        }
        if (shifted) {
            copy(row, from, target, columns.used());
            Arrays.fill(target, columns.used(), target.length, outside);
        } else {
            columnBlend.blend(row, from, target);
        }
    }

    @Override
    public int fractionBits() {
        return Lanes.WEIGHT_BITS;
    }

    private static void copy(byte[] row, int from, long[] target, int count) {
        for (int x = 0; x < count; x++) {
            target[x] = Lanes.pixel(row, from + 3 * x) * Lanes.ONE;
        }
    }
}
