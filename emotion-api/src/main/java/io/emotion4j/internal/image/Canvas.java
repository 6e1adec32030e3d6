package io.emotion4j.internal.image;

import io.emotion4j.RgbImage;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** GIF's canvas: white where the first frame does not cover it. */
final class Canvas {

    private Canvas() {}

    static RgbImage place(BufferedImage frame, GifHeader header) {
        int width = (int) header.canvas().width();
        int height = (int) header.canvas().height();
        byte[] rgb = BufferedImages.surrender(frame);
        if (frame.getWidth() == width && frame.getHeight() == height) {
            return PixelAccess.wrap(width, height, rgb);
        }
        byte[] canvas = new byte[width * height * 3];
        Arrays.fill(canvas, (byte) 0xff);
        for (int y = 0; y < frame.getHeight(); y++) {
            int to = ((header.top() + y) * width + header.left()) * 3;
            System.arraycopy(rgb, y * frame.getWidth() * 3, canvas, to, frame.getWidth() * 3);
        }
        return PixelAccess.wrap(width, height, canvas);
    }
}
