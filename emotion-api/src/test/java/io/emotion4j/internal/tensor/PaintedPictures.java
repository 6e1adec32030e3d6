package io.emotion4j.internal.tensor;

import io.emotion4j.RgbImage;
import java.util.Random;

/** Made-up pictures. */
final class PaintedPictures {

    private PaintedPictures() {}

    /** A pixel's colour, {@code 0xRRGGBB}. */
    interface Painter {
        int colour(int x, int y);
    }

    static RgbImage painted(int width, int height, Painter painter) {
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = painter.colour(x, y);
                int at = (y * width + x) * 3;
                rgb[at] = (byte) (colour >> 16);
                rgb[at + 1] = (byte) (colour >> 8);
                rgb[at + 2] = (byte) colour;
            }
        }
        return RgbImage.of(width, height, rgb);
    }

    static RgbImage noise(int width, int height, long seed) {
        byte[] rgb = new byte[width * height * 3];
        new Random(seed).nextBytes(rgb);
        return RgbImage.of(width, height, rgb);
    }

    static RgbImage gray(int width, int height, Painter painter) {
        return painted(width, height, (x, y) -> painter.colour(x, y) * 0x010101);
    }

    /** Red rises to the right, green downwards, blue along the diagonal. */
    static RgbImage slopes(int width, int height) {
        return painted(width, height, (x, y) -> {
            int red = x * 255 / (width - 1);
            int green = y * 255 / (height - 1);
            return red << 16 | green << 8 | (red + green) / 2;
        });
    }

    static int channel(RgbImage image, int x, int y, int channel) {
        return image.rgb(x, y) >> 16 - 8 * channel & 0xff;
    }
}
