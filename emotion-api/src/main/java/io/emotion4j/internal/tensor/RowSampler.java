package io.emotion4j.internal.tensor;

import io.emotion4j.internal.geometry.Affine;

/** Makes one row of output pixels after the other. Not thread-safe. */
interface RowSampler {

    /** How many units a pixel value of 1 is in what {@link #sample} gives. */
    int UNITS = 256;

    /** Writes row {@code y}: the channels' values times 256, from 0 to 255 * 256. */
    void sample(int y, int[] red, int[] green, int[] blue);

    static RowSampler of(RgbPixels source, Affine toSource, int width, int height, Border border) {
        return toSource.isAxisAligned()
                ? new AlignedSampler(source, toSource, width, height, border)
                : RotatedSampler.of(source, toSource, width, height, border);
    }
}
