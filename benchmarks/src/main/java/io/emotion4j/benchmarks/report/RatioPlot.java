package io.emotion4j.benchmarks.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;

/** A bar a ratio, with a mark at what is promised; bars end at {@value #LONGEST}. */
final class RatioPlot {

    private static final double LONGEST = 2.5;
    private static final int WIDTH = 1100;
    private static final int ROW = 26;
    private static final int NAMES = 490;
    private static final int NUMBERS = 70;
    private static final Color KEPT = new Color(0x3B7DB5);
    private static final Color MISSED = new Color(0xC8553D);

    private RatioPlot() {}

    static void write(Measured measured, Path file) throws IOException {
        long rows = Ratio.ALL.stream()
                .filter(ratio -> ratio.of(measured).isPresent())
                .count();
        BufferedImage plot = new BufferedImage(WIDTH, (int) (ROW * (rows + 2)), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plot.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, plot.getHeight());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        int y = ROW / 2;
        for (Ratio ratio : Ratio.ALL) {
            OptionalDouble value = ratio.of(measured);
            if (value.isPresent()) {
                row(graphics, ratio, value.getAsDouble(), y);
                y += ROW;
            }
        }
        graphics.setColor(Color.GRAY);
        graphics.drawLine(x(1), ROW / 2, x(1), y);
        graphics.drawString("1", x(1) - 4, y + ROW / 2);
        graphics.dispose();
        ImageIO.write(plot, "png", file.toFile());
    }

    private static void row(Graphics2D graphics, Ratio ratio, double value, int y) {
        boolean missed = !Double.isNaN(ratio.floor()) && ratio.worsening(value, ratio.floor()) > 1;
        graphics.setColor(missed ? MISSED : KEPT);
        graphics.fillRect(NAMES, y + 3, x(value) - NAMES, ROW - 6);
        graphics.setColor(Color.BLACK);
        graphics.drawString(ratio.name(), 10, y + ROW - 8);
        graphics.drawString(String.format(Locale.ROOT, "%.2f", value), x(value) + 6, y + ROW - 8);
        if (!Double.isNaN(ratio.floor())) {
            graphics.fillRect(x(ratio.floor()) - 1, y, 3, ROW);
        }
    }

    private static int x(double ratio) {
        return (int) (NAMES + (WIDTH - NAMES - NUMBERS) * Math.min(ratio, LONGEST) / LONGEST);
    }
}
