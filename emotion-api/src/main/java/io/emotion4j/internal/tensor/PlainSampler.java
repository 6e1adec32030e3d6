package io.emotion4j.internal.tensor;

import java.util.Arrays;

/** The source's own pixels at the top left, one gray at the right and at the bottom: a picture that fits a detector's input. */
final class PlainSampler implements RowSampler {

    private final RgbPixels source;
    private final int count;
    private final int gray;

    PlainSampler(RgbPixels source, int width, int gray) {
        this.source = source;
        this.count = Math.min(width, source.width());
        this.gray = gray;
    }

    @Override
    public void sample(int y, long[] row) {
        int filled = 0;
        if (y < source.height()) {
            byte[] rgb = source.rgb();
            for (int at = start(y); filled < count; filled++, at += 3) {
                long pixel = rgb[at] & 0xff | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff) << 16;
                row[filled] = Lanes.pixel(pixel) * Lanes.ONE;
            }
        }
        Arrays.fill(row, filled, row.length, (long) gray * Lanes.ONE * Lanes.EACH);
    }

    @Override
    public int fractionBits() {
        return Lanes.WEIGHT_BITS;
    }

    RgbPixels source() {
        return source;
    }

    int gray() {
        return gray;
    }

    /** {@return where row {@code y} starts in the source, which has to have one} */
    int start(int y) {
        return 3 * y * source.width();
    }

    /** {@return how many pixels of row {@code y} are the source's} */
    int count(int y) {
        return y < source.height() ? count : 0;
    }
}
