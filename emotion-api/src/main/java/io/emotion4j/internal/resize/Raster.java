package io.emotion4j.internal.resize;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.image.PixelAccess;

/**
 * A picture of bytes.
 *
 * @param channels 1 or 3, interleaved
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Raster(int width, int height, int channels, byte[] values) {

    /** Fixed-point factors of ITU-R 601 luma, as OpenCV has them. */
    private static final int RED = 9798;

    private static final int GREEN = 19235;
    private static final int BLUE = 3735;
    private static final int LUMA_BITS = 15;

    Raster(int width, int height, int channels) {
        this(width, height, channels, new byte[width * height * channels]);
    }

    /** Cuts a region out; what lies outside the picture repeats its border. */
    static Raster cut(RgbImage image, Region region, boolean gray) {
        byte[] rgb = PixelAccess.of(image);
        Raster cut = new Raster(region.width(), region.height(), gray ? 1 : 3);
        int at = 0;
        for (int y = region.y(); y < region.y() + region.height(); y++) {
            int row = Math.min(Math.max(y, 0), image.height() - 1) * image.width();
            for (int x = region.x(); x < region.x() + region.width(); x++) {
                int from = (row + Math.min(Math.max(x, 0), image.width() - 1)) * 3;
                if (gray) {
                    cut.values[at++] = luma(rgb[from] & 0xff, rgb[from + 1] & 0xff, rgb[from + 2] & 0xff);
                } else {
                    cut.values[at++] = rgb[from];
                    cut.values[at++] = rgb[from + 1];
                    cut.values[at++] = rgb[from + 2];
                }
            }
        }
        return cut;
    }

    private static byte luma(int red, int green, int blue) {
        return (byte) (red * RED + green * GREEN + blue * BLUE + (1 << LUMA_BITS - 1) >> LUMA_BITS);
    }

    int get(int x, int y, int channel) {
        return values[(y * width + x) * channels + channel] & 0xff;
    }

    void set(int x, int y, int channel, int value) {
        values[(y * width + x) * channels + channel] = (byte) Math.min(Math.max(value, 0), 255);
    }

    /** Gray becomes equal red, green and blue. */
    RgbImage picture() {
        if (channels == 3) {
            return PixelAccess.wrap(width, height, values);
        }
        byte[] rgb = new byte[values.length * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = values[i / 3];
        }
        return PixelAccess.wrap(width, height, rgb);
    }
}
