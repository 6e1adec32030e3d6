package io.emotion4j.server;

import io.emotion4j.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A decoded picture as a file that every browser shows. */
final class Rendering {

    /** Enough for a screen; what is larger is made smaller. */
    static final int LONGEST_SIDE = 2048;

    private Rendering() {}

    /** The picture, upright, its longest side at most {@value #LONGEST_SIDE} pixels. */
    static byte[] jpeg(RgbImage image) {
        double shrink = Math.min(1, LONGEST_SIDE / (double) Math.max(image.width(), image.height()));
        int width = Math.max(1, (int) Math.round(image.width() * shrink));
        int height = Math.max(1, (int) Math.round(image.height() * shrink));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, mean(image, x, width, y, height));
            }
        }
        return written(picture, "jpeg");
    }

    /** The picture as it is; for small ones. */
    static byte[] png(RgbImage image) {
        return written(image.toBufferedImage(), "png");
    }

    private static byte[] written(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // ImageIO's own way to a stream goes through a file.
        try (MemoryCacheImageOutputStream memory = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(picture, format, memory)) {
                throw new IllegalStateException(
                        "This Java writes no " + format + "; it lacks a part of module java.desktop");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Of the pixels that one of the smaller picture stands for, read where they are: a copy would need as much memory again. */
    private static int mean(RgbImage image, int x, int width, int y, int height) {
        int left = (int) ((long) x * image.width() / width);
        int right = Math.max(left + 1, (int) ((x + 1L) * image.width() / width));
        int top = (int) ((long) y * image.height() / height);
        int bottom = Math.max(top + 1, (int) ((y + 1L) * image.height() / height));
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                int rgb = image.rgb(column, row);
                red += (rgb >> 16) & 0xff;
                green += (rgb >> 8) & 0xff;
                blue += rgb & 0xff;
            }
        }
        long count = (long) (right - left) * (bottom - top);
        return (int) (((red / count) << 16) | ((green / count) << 8) | (blue / count));
    }
}
