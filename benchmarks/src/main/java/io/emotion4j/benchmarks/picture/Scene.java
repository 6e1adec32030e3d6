package io.emotion4j.benchmarks.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.List;

/** So many faces in rows on a ground of soft noise. */
public final class Scene {

    /** A face with its margin, at most, as a part of the picture's height. */
    private static final double LARGEST = 0.54;

    /** Of its place in the grid. */
    private static final double FILL = 0.9;

    private Scene() {}

    /**
     * Draws it.
     *
     * @param width in pixels
     * @param height in pixels
     * @param faces how many, 0 or more
     * @return the picture, {@link BufferedImage#TYPE_INT_RGB}
     * @throws IOException if the sample is missing
     */
    public static BufferedImage draw(int width, int height, int faces) throws IOException {
        BufferedImage picture = ground(width, height);
        if (faces == 0) {
            return picture;
        }
        List<BufferedImage> cut = SampleFaces.cut();
        int columns = (int) Math.ceil(Math.sqrt(faces * (double) width / height));
        int rows = (faces + columns - 1) / columns;
        double cell = Math.min((double) width / columns, (double) height / rows);
        int side = (int) Math.min(FILL * cell, LARGEST * height);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < faces; i++) {
            int x = (int) ((i % columns + 0.5) * width / columns - side / 2.0);
            int row = i / columns;
            int y = (int) ((row + 0.5) * height / rows - side / 2.0);
            graphics.drawImage(cut.get(i % cut.size()), x, y, side, side, null);
        }
        graphics.dispose();
        return picture;
    }

    /** Neither flat, which would decode too quickly, nor white noise, which no photo has. */
    private static BufferedImage ground(int width, int height) {
        BufferedImage ground = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) ground.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < height; y++) {
            double wave = Math.cos(y / 29.0);
            for (int x = 0; x < width; x++) {
                int light = (int) (110 + 40 * Math.sin(x / 37.0) * wave);
                int grain = (x * 7919 + y * 104729 ^ x * y) % 13;
                pixels[y * width + x] = (light + grain) << 16 | (light + 10) << 8 | (light + 20 - grain);
            }
        }
        return ground;
    }
}
