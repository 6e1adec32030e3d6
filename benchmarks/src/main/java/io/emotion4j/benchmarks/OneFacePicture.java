package io.emotion4j.benchmarks;

import io.emotion4j.Analysis;
import io.emotion4j.BoundingBox;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.RgbImage;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;

/**
 * A JPEG of 640x480 with one face of about 190 pixels on a ground of soft noise: cut from the project's sample picture, and
 * the same in every run.
 */
final class OneFacePicture {

    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    private static final int FACE = 260;

    private OneFacePicture() {}

    static byte[] jpeg() throws IOException {
        BufferedImage picture = ground();
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(face(), (WIDTH - FACE) / 2, (HEIGHT - FACE) / 2, FACE, FACE, null);
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "jpeg", jpeg)) {
            throw new IOException("This Java writes no JPEG");
        }
        return jpeg.toByteArray();
    }

    /** The face of the sample that the detector is surest of, with a margin. */
    private static BufferedImage face() throws IOException {
        RgbImage sample = sample();
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.create()) {
            Analysis analysis = analyzer.analyze(sample);
            BoundingBox box = analysis.faces().get(0).box();
            double side = 1.4 * Math.max(box.width(), box.height());
            int x = clamp(box.x() + (box.width() - side) / 2, sample.width() - side);
            int y = clamp(box.y() + (box.height() - side) / 2, sample.height() - side);
            return sample.toBufferedImage().getSubimage(x, y, (int) side, (int) side);
        }
    }

    private static int clamp(double value, double most) {
        return (int) Math.max(0, Math.min(value, most));
    }

    private static RgbImage sample() throws IOException {
        String name = "/seven-expressions.png";
        try (InputStream in = OneFacePicture.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name + " is missing from the benchmarks' jar; build it anew");
            }
            return RgbImage.decode(in);
        }
    }

    /** Neither flat, which would decode too quickly, nor white noise, which no photo has. */
    private static BufferedImage ground() {
        BufferedImage ground = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int light = (int) (110 + 40 * Math.sin(x / 37.0) * Math.cos(y / 29.0));
                int grain = (x * 7919 + y * 104729 ^ x * y) % 13;
                ground.setRGB(x, y, (light + grain) << 16 | (light + 10) << 8 | (light + 20 - grain));
            }
        }
        return ground;
    }
}
