package io.emotion4j.testing;

import io.emotion4j.BoundingBox;
import io.emotion4j.RgbImage;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Two faces of the sample picture that go past each other: the upper one is happy and goes right, the lower one surprised. */
public final class TestClip {

    public static final Path SAMPLE = Path.of("..", "samples", "seven-expressions.png");
    public static final int WIDTH = 640;
    public static final int HEIGHT = 500;
    public static final double FRAME_RATE = 25;

    /** As the detector finds them in the sample. */
    private static final BoundingBox HAPPY = new BoundingBox(828, 33, 166, 203);

    private static final BoundingBox SURPRISED = new BoundingBox(443, 288, 156, 205);
    private static final int MARGIN = 18;

    private final BufferedImage sample;
    private final int frames;

    public TestClip(int frames) throws IOException {
        this.sample = RgbImage.decode(SAMPLE).toBufferedImage();
        this.frames = frames;
    }

    public int frames() {
        return frames;
    }

    /** Where the happy face is in a frame. */
    public BoundingBox happy(int frame) {
        return new BoundingBox(30 + 400f * frame / (frames - 1), 25, HAPPY.width(), HAPPY.height());
    }

    /** Where the surprised face is in a frame. */
    public BoundingBox surprised(int frame) {
        return new BoundingBox(440 - 400f * frame / (frames - 1), 270, SURPRISED.width(), SURPRISED.height());
    }

    public BufferedImage frame(int frame) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x707880), WIDTH, HEIGHT, new Color(0xA0A4A8)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        paste(graphics, HAPPY, happy(frame));
        paste(graphics, SURPRISED, surprised(frame));
        graphics.dispose();
        return picture;
    }

    private void paste(Graphics2D graphics, BoundingBox from, BoundingBox to) {
        int width = (int) from.width() + 2 * MARGIN;
        int height = (int) from.height() + 2 * MARGIN;
        BufferedImage face = sample.getSubimage((int) from.x() - MARGIN, (int) from.y() - MARGIN, width, height);
        graphics.drawImage(face, Math.round(to.x()) - MARGIN, Math.round(to.y()) - MARGIN, null);
    }

    /** Pictures {@code 0000.png} and so on. */
    public Path writeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < frames; i++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "%04d.png", i));
            ImageIO.write(frame(i), "png", file.toFile());
        }
        return folder;
    }
}
