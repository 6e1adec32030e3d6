package io.emotion4j.output.draw;

import io.emotion4j.Emotion;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/**
 * Draws expressions over time: a lane a face, in it the scores stacked by colour.
 *
 * @since 0.1.0
 */
public final class TimelinePicture {

    private static final int WIDTH = 1200;
    private static final int LEFT = 70;
    private static final int RIGHT = 30;
    private static final int TOP = 70;
    private static final int LANE = 64;
    private static final int GAP = 18;
    private static final int BOTTOM = 50;
    private static final double UNIT = 14 / StrokeFont.DIGIT_HEIGHT;
    private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200};

    private TimelinePicture() {}

    /**
     * One face.
     *
     * @param name beside the lane
     * @param scores for each span of time, by label, to be divided by their sum; null where the face was not seen
     */
    public record Lane(String name, float[][] scores) {}

    /**
     * Draws.
     *
     * @param title above the lanes; may be empty
     * @param labels of the scores
     * @param lanes from the top
     * @param bins how many spans of time there are
     * @param binSeconds how long each of them is
     * @return the picture
     */
    public static BufferedImage draw(
            String title, List<Emotion> labels, List<Lane> lanes, int bins, double binSeconds) {
        int height = TOP + Math.max(1, lanes.size()) * (LANE + GAP) + BOTTOM;
        BufferedImage picture = new BufferedImage(WIDTH, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, WIDTH, height);
            legend(graphics, labels);
            text(graphics, title, WIDTH - RIGHT - StrokeFont.width(title) * UNIT, TOP - 16);
            if (lanes.isEmpty()) {
                text(graphics, "no face", LEFT, TOP + LANE / 2.0);
            }
            double plot = WIDTH - LEFT - RIGHT;
            for (int i = 0; i < lanes.size(); i++) {
                double top = TOP + i * (LANE + GAP);
                text(graphics, lanes.get(i).name(), 16, top + LANE / 2.0 + 7);
                graphics.setColor(new Color(0xF4F4F4));
                graphics.fill(new Rectangle2D.Double(LEFT, top, plot, LANE));
                lane(graphics, labels, lanes.get(i), top, plot / bins, bins);
            }
            axis(graphics, height - BOTTOM, plot, bins * binSeconds);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static void lane(
            Graphics2D graphics, List<Emotion> labels, Lane lane, double top, double binWidth, int bins) {
        // Bins that meet must not shine through at their common edge.
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        for (int bin = 0; bin < bins; bin++) {
            float[] scores = lane.scores()[bin];
            if (scores == null) {
                continue;
            }
            double sum = 0;
            for (float score : scores) {
                sum += score;
            }
            double x = Math.floor(LEFT + bin * binWidth);
            double width = Math.max(1, Math.floor(LEFT + (bin + 1) * binWidth) - x);
            double bottom = top + LANE;
            for (int i = 0; i < scores.length; i++) {
                double share = LANE * scores[i] / sum;
                graphics.setColor(EmotionColors.of(labels.get(i)));
                graphics.fill(new Rectangle2D.Double(x, bottom - share, width, share));
                bottom -= share;
            }
        }
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    private static void legend(Graphics2D graphics, List<Emotion> labels) {
        double x = LEFT;
        for (Emotion label : labels) {
            Rectangle2D patch = new Rectangle2D.Double(x, 18, 16, 16);
            graphics.setColor(EmotionColors.of(label));
            graphics.fill(patch);
            graphics.setColor(Color.GRAY);
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(patch);
            text(graphics, label.label(), x + 24, 33);
            x += 24 + StrokeFont.width(label.label()) * UNIT + 28;
        }
    }

    private static void axis(Graphics2D graphics, double y, double plot, double seconds) {
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && seconds / STEPS[i] <= 12; i--) {
            step = STEPS[i];
        }
        while (seconds / step > 12) {
            step *= 2;
        }
        graphics.setColor(Color.GRAY);
        graphics.setStroke(new BasicStroke(1.2f));
        graphics.draw(new Rectangle2D.Double(LEFT, y, plot, 0));
        for (int i = 0; i * step <= seconds; i++) {
            double x = LEFT + plot * i * step / seconds;
            graphics.setColor(Color.GRAY);
            graphics.draw(new Rectangle2D.Double(x, y, 0, 6));
            String time = String.format(Locale.ROOT, step < 1 ? "%.1f s" : "%.0f s", i * step);
            double width = StrokeFont.width(time) * UNIT;
            text(graphics, time, Math.min(x - width / 2, WIDTH - 4 - width), y + 28);
        }
    }

    private static void text(Graphics2D graphics, String text, double x, double baseline) {
        graphics.setColor(new Color(0x303030));
        graphics.setStroke(
                new BasicStroke((float) (StrokeFont.PEN * UNIT * 0.8), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(StrokeFont.path(text, x, baseline, UNIT));
    }
}
