package io.emotion4j.internal.tensor;

import io.emotion4j.internal.geometry.Affine;

/** Makes one row of output pixels after the other. Not thread-safe. */
interface RowSampler {

    /** Writes row {@code y} as {@link Lanes}, each a channel's value times 256. */
    void sample(int y, long[] row);

    static RowSampler of(RgbPixels source, Affine toSource, int width, int height, Border border) {
        return toSource.isAxisAligned()
                ? new AlignedSampler(source, toSource, width, height, border)
                : RotatedSampler.of(source, toSource, width, height, border);
    }
}
