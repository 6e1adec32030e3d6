package io.emotion4j.internal.tensor;

import io.emotion4j.internal.geometry.Affine;

/** Makes one row of output pixels after the other. Not thread-safe. */
interface RowSampler {

    /**
     * Writes row {@code y}: a pixel in a long, red in the lowest lane, then blue, then green; each the channel's value, 0 to 255, with
     * {@link #fractionBits} behind the point, which make a lane wider than 8 bits.
     */
    void sample(int y, long[] row);

    /** {@return bits behind the point} */
    int fractionBits();

    static RowSampler of(RgbPixels source, Affine toSource, int width, int height, Border border) {
        boolean fits = width <= source.width() && height <= source.height();
        if (toSource.isIdentity() && (fits || !border.replicates())) {
            return new PlainSampler(source, width, border.value());
        }
        return toSource.isAxisAligned()
                ? new AlignedSampler(source, toSource, width, height, border)
                : RotatedSampler.of(source, toSource, width, height, border);
    }
}
