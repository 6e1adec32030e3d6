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
        int[] red = new int[width];
        int[] green = new int[width];
        int[] blue = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            sampler.sample(y, red, green, blue);
            for (int x = 0; x < width; x++) {
                rgb[at] = (byte) (red[x] + RowSampler.UNITS / 2 >> 8);
                rgb[at + 1] = (byte) (green[x] + RowSampler.UNITS / 2 >> 8);
                rgb[at + 2] = (byte) (blue[x] + RowSampler.UNITS / 2 >> 8);
                at += 3;
            }
        }
        return new RgbPixels(width, height, rgb);
    }
}
