package io.emotion4j.evaluation.classifier;

import io.emotion4j.RgbImage;

/** A picture as numbers, to change it: red, green and blue of each pixel, row by row. Beyond its border it goes on as at the border. */
final class Planes {

    static final int CHANNELS = 3;

    /** The value of a channel at a pixel. */
    interface Source {
        double at(int x, int y, int channel);
    }

    final int width;
    final int height;
    private final byte[] rgb;

    private Planes(int width, int height, byte[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    static Planes of(RgbImage image) {
        return new Planes(image.width(), image.height(), image.toRgbBytes());
    }

    /** Draws a picture of the given size. */
    static RgbImage draw(int width, int height, Source source) {
        byte[] rgb = new byte[width * height * CHANNELS];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < CHANNELS; c++) {
                    long value = Math.round(source.at(x, y, c));
                    rgb[(y * width + x) * CHANNELS + c] = (byte) Math.max(0, Math.min(255, value));
                }
            }
        }
        return RgbImage.of(width, height, rgb);
    }

    /** {@return the value of a pixel, 0..255; of the nearest one where it lies outside} */
    int at(int x, int y, int channel) {
        int inX = Math.max(0, Math.min(width - 1, x));
        int inY = Math.max(0, Math.min(height - 1, y));
        return rgb[(inY * width + inX) * CHANNELS + channel] & 0xff;
    }

    /** {@return the value between pixels, bilinear; the first pixel covers 0 to 1, its centre is at 0.5} */
    double between(double x, double y, int channel) {
        double u = x - 0.5;
        double v = y - 0.5;
        int left = (int) Math.floor(u);
        int top = (int) Math.floor(v);
        double right = u - left;
        double bottom = v - top;
        double upper = at(left, top, channel) * (1 - right) + at(left + 1, top, channel) * right;
        double lower = at(left, top + 1, channel) * (1 - right) + at(left + 1, top + 1, channel) * right;
        return upper * (1 - bottom) + lower * bottom;
    }

    /** {@return the mean over a rectangle of whole and partly covered pixels} */
    double mean(double left, double top, double right, double bottom, int channel) {
        double sum = 0;
        for (int y = (int) Math.floor(top); y < bottom; y++) {
            double rows = Math.min(bottom, y + 1) - Math.max(top, y);
            for (int x = (int) Math.floor(left); x < right; x++) {
                sum += rows * (Math.min(right, x + 1) - Math.max(left, x)) * at(x, y, channel);
            }
        }
        return sum / ((right - left) * (bottom - top));
    }
}
