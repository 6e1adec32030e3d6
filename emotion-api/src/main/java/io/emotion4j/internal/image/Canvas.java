package io.emotion4j.internal.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;

/** What an animation is drawn on: white where its first frame does not cover it. */
final class Canvas {

    private Canvas() {}

    /** The pixels of the whole canvas, RGB; the frame's own where it fills the canvas. */
    static byte[] filled(BufferedImage frame, ImageHeader canvas) throws IOException {
        int width = (int) canvas.width();
        int height = (int) canvas.height();
        byte[] rgb = BufferedImages.surrender(frame);
        if (frame.getWidth() == width && frame.getHeight() == height) {
            return rgb;
        }
        if (canvas.left() + frame.getWidth() > width || canvas.top() + frame.getHeight() > height) {
            throw new BrokenPictureException("a frame of " + frame.getWidth() + "x" + frame.getHeight() + " at "
                    + canvas.left() + "," + canvas.top() + " does not fit");
        }
        byte[] filled = new byte[width * height * 3];
        Arrays.fill(filled, (byte) 0xff);
        for (int y = 0; y < frame.getHeight(); y++) {
            int to = ((canvas.top() + y) * width + canvas.left()) * 3;
            System.arraycopy(rgb, y * frame.getWidth() * 3, filled, to, frame.getWidth() * 3);
        }
        return filled;
    }
}
