package io.emotion4j.internal.tensor;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.image.PixelAccess;

/**
 * Interleaved RGB, rows from the top.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb 3 bytes a pixel
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RgbPixels(int width, int height, byte[] rgb) {

    static RgbPixels of(RgbImage image) {
        return new RgbPixels(image.width(), image.height(), PixelAccess.of(image));
    }

    /** Samples a picture into a new one. */
    static RgbPixels sampled(RowSampler sampler, int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        long[] row = new long[width];
        for (int y = 0; y < height; y++) {
            sampler.sample(y, row);
            round(row, sampler.fractionBits(), rgb, 3 * y * width);
        }
        return new RgbPixels(width, height, rgb);
    }

    /** Rounds a row of a {@link RowSampler} to bytes, from {@code at} on. */
    static void round(long[] row, int bits, byte[] rgb, int at) {
        int half = 1 << bits - 1;
        int to = at;
        for (long pixel : row) {
            rgb[to] = (byte) (Lanes.red(pixel, 8 + bits) + half >> bits);
            rgb[to + 1] = (byte) (Lanes.green(pixel, 8 + bits) + half >> bits);
            rgb[to + 2] = (byte) (Lanes.blue(pixel, 8 + bits) + half >> bits);
            to += 3;
        }
    }
}
