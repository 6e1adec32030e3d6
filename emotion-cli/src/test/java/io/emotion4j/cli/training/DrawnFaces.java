package io.emotion4j.cli.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small data sets of drawn faces, so that the tests need no one's portrait. */
final class DrawnFaces {

    private static final int SIDE = 48;

    private DrawnFaces() {}

    /** Writes {@code fer2013.csv} and {@code fer2013new.csv} with so many faces of each of the seven expressions. */
    static void csv(Path folder, int training, int validation) throws IOException {
        StringBuilder faces = new StringBuilder("emotion,pixels,Usage\n");
        StringBuilder votes = new StringBuilder(
                        "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,")
                .append("unknown,NF\n");
        int[] columns = {4, 5, 6, 1, 3, 2, 0};
        Random random = new Random(1);
        for (int i = 0; i < 7 * (training + validation); i++) {
            int label = i % 7;
            String usage = i < 7 * training ? "Training" : "PublicTest";
            faces.append(label).append(',');
            int[] pixels = crop(label, random).getRaster().getSamples(0, 0, SIDE, SIDE, 0, (int[]) null);
            for (int p = 0; p < pixels.length; p++) {
                faces.append(p == 0 ? "" : " ").append(pixels[p]);
            }
            faces.append(',').append(usage).append('\n');
            votes.append(usage).append(",f").append(i).append(".png");
            for (int column = 0; column < 10; column++) {
                votes.append(',').append(column == columns[label] ? 8 : column == 8 ? 2 : 0);
            }
            votes.append('\n');
        }
        Files.writeString(folder.resolve("fer2013.csv"), faces);
        Files.writeString(folder.resolve("fer2013new.csv"), votes);
    }

    static BufferedImage crop(int label, Random random) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = graphics(image);
        g.setColor(gray(40 + random.nextInt(60)));
        g.fillRect(0, 0, SIDE, SIDE);
        double x = 2 + random.nextDouble() * 2;
        double y = 2 + random.nextDouble() * 2;
        face(g, x, y, 42 + random.nextDouble() * 2, label);
        g.dispose();
        return image;
    }

    /** Writes {@code index.jsonl} with pictures of one face each, in the folder itself, and pictures without in {@code none}. */
    static void pictures(Path folder, int count, int without) throws IOException {
        Random random = new Random(2);
        StringBuilder index = new StringBuilder();
        Files.createDirectories(folder.resolve("none"));
        for (int i = 0; i < count + without; i++) {
            BufferedImage image = new BufferedImage(160, 128, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = graphics(image);
            for (int k = 0; k < 30; k++) {
                g.setColor(new Color(random.nextInt(110), random.nextInt(110), random.nextInt(110)));
                g.fill(new Rectangle2D.Double(
                        random.nextInt(160) - 20,
                        random.nextInt(128) - 20,
                        10 + random.nextInt(50),
                        10 + random.nextInt(50)));
            }
            if (i < count) {
                double size = 32 + random.nextInt(40);
                double x = random.nextDouble() * (160 - size);
                double y = random.nextDouble() * (128 - size);
                face(g, x, y, size, random.nextInt(7));
                index.append(String.format(
                        Locale.ROOT,
                        "{\"file\": \"%d.png\", \"boxes\": [[%.1f, %.1f, %.1f, %.1f]], \"landmarks5\": [%.1f, %.1f, %.1f, %.1f,"
                                + " %.1f, %.1f, %.1f, %.1f, %.1f, %.1f]}%n",
                        i,
                        x,
                        y,
                        size,
                        size,
                        x + 0.3 * size,
                        y + 0.4 * size,
                        x + 0.7 * size,
                        y + 0.4 * size,
                        x + 0.5 * size,
                        y + 0.55 * size,
                        x + 0.35 * size,
                        y + 0.75 * size,
                        x + 0.65 * size,
                        y + 0.75 * size));
            }
            g.dispose();
            Path file = i < count
                    ? folder.resolve(i + ".png")
                    : folder.resolve("none").resolve(i + ".png");
            ImageIO.write(image, "png", file.toFile());
        }
        Files.writeString(folder.resolve("index.jsonl"), index);
    }

    /** A disc with eyes, brows and a mouth; every expression has another mouth or other brows. */
    private static void face(Graphics2D g, double x, double y, double size, int label) {
        g.setColor(new Color(225, 205, 190));
        g.fill(new Ellipse2D.Double(x, y, size, size));
        g.setColor(gray(20));
        g.setStroke(new BasicStroke((float) (size / 14)));
        double eye = size * (label == 2 || label == 5 ? 0.16 : 0.1);
        double tilt = size * (label == 0 ? 0.08 : label == 4 ? -0.08 : 0);
        for (int side = -1; side <= 1; side += 2) {
            double cx = x + size * (0.5 + 0.2 * side);
            g.fill(new Ellipse2D.Double(cx - eye / 2, y + size * 0.4 - eye / 2, eye, eye));
            double brow = y + size * 0.24;
            g.draw(new Line2D.Double(
                    cx - size * 0.1, brow - side * -1 * tilt / 2, cx + size * 0.1, brow - side * tilt / 2));
        }
        g.draw(new Line2D.Double(x + size * 0.5, y + size * 0.45, x + size * 0.5, y + size * 0.57));
        double mouth = y + size * 0.75;
        switch (label) {
            case 3 ->
                g.draw(new Arc2D.Double(
                        x + size * 0.3, mouth - size * 0.2, size * 0.4, size * 0.25, 180, 180, Arc2D.OPEN));
            case 4 ->
                g.draw(new Arc2D.Double(
                        x + size * 0.3, mouth - size * 0.05, size * 0.4, size * 0.25, 0, 180, Arc2D.OPEN));
            case 5 -> g.fill(new Ellipse2D.Double(x + size * 0.4, mouth - size * 0.1, size * 0.2, size * 0.2));
            case 2 -> g.draw(new Rectangle2D.Double(x + size * 0.32, mouth - size * 0.06, size * 0.36, size * 0.12));
            case 1 ->
                g.draw(new Line2D.Double(x + size * 0.32, mouth - size * 0.08, x + size * 0.68, mouth + size * 0.08));
            default -> g.draw(new Line2D.Double(x + size * 0.35, mouth, x + size * 0.65, mouth));
        }
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return g;
    }

    private static Color gray(int level) {
        return new Color(level, level, level);
    }
}
