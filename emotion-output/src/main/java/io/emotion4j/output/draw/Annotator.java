package io.emotion4j.output.draw;

import io.emotion4j.BoundingBox;
import io.emotion4j.FaceEmotion;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.RgbImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Draws boxes, landmarks and labels such as {@code happy 94%} over a copy of a picture. A picture too small for a legible
 * label is drawn enlarged by a whole number. In a crowd, labels that would hide one another or other faces are left out; the colour of the
 * box still tells the expression.
 *
 * @since 0.1.0
 */
public final class Annotator {

    private static final int LEAST_SIDE = 320;
    private static final Color OUTLINE = new Color(0, 0, 0, 150);

    private Annotator() {}

    /**
     * Draws.
     *
     * @param image the upright picture
     * @param faces what was found in it
     * @return a new picture of the same shape
     */
    public static BufferedImage draw(RgbImage image, List<FaceEmotion> faces) {
        return draw(
                image,
                faces,
                faces.stream()
                        .map(face -> String.format(
                                Locale.ROOT, "%s %.0f%%", face.emotion().label(), 100 * face.score()))
                        .toList());
    }

    /**
     * Draws with labels of the caller's.
     *
     * @param image the upright picture
     * @param faces what was found in it
     * @param texts a label for each face: letters, digits and . - % #
     * @return a new picture of the same shape
     */
    public static BufferedImage draw(RgbImage image, List<FaceEmotion> faces, List<String> texts) {
        int scale = scale(image);
        BufferedImage canvas = enlarged(image.toBufferedImage(), scale);
        Graphics2D graphics = canvas.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            draw(graphics, new Rectangle2D.Double(0, 0, canvas.getWidth(), canvas.getHeight()), faces, texts, scale);
        } finally {
            graphics.dispose();
        }
        return canvas;
    }

    /** How many times larger than the picture the drawing is. */
    static int scale(RgbImage image) {
        int side = Math.max(image.width(), image.height());
        return side >= LEAST_SIDE ? 1 : (LEAST_SIDE + side - 1) / side;
    }

    private static void draw(
            Graphics2D graphics, Rectangle2D picture, List<FaceEmotion> faces, List<String> texts, int scale) {
        List<Rectangle2D> boxes = new ArrayList<>();
        for (FaceEmotion face : faces) {
            BoundingBox box = face.box();
            boxes.add(new Rectangle2D.Double(
                    box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale));
        }
        LabelPlaces places = new LabelPlaces(picture, boxes);
        List<Runnable> labels = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            FaceEmotion face = faces.get(i);
            Rectangle2D box = boxes.get(i);
            Color color = EmotionColors.of(face.emotion());
            double unit = unit(picture, box);
            outlined(graphics, box, color, Math.max(1.5, unit * 1.4));
            landmarks(graphics, face.landmarks(), box, scale);
            String text = texts.get(i);
            Rectangle2D place = places.find(i, Label.size(text, unit));
            if (place != null) {
                labels.add(() -> new Label(text, place).draw(graphics, color));
            }
        }
        // After every box, so that none crosses a label.
        labels.forEach(Runnable::run);
    }

    /** Pixels a unit of the font: as the face, but neither lost in the picture nor shouting. */
    private static double unit(Rectangle2D picture, Rectangle2D box) {
        double side = Math.max(picture.getWidth(), picture.getHeight());
        double least = Math.max(9, side / 110);
        double most = Math.max(14, side / 32);
        return Math.max(least, Math.min(most, box.getHeight() / 10)) / StrokeFont.DIGIT_HEIGHT;
    }

    private static void outlined(Graphics2D graphics, Shape shape, Color color, double width) {
        graphics.setStroke(new BasicStroke((float) (width * 1.8), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(OUTLINE);
        graphics.draw(shape);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(color);
        graphics.draw(shape);
    }

    private static void landmarks(Graphics2D graphics, @Nullable Landmarks landmarks, Rectangle2D box, int scale) {
        if (landmarks == null) {
            return;
        }
        double radius = Math.max(0.6, box.getWidth() / 55);
        for (Point point : landmarks.points()) {
            Shape dot = new Ellipse2D.Double(
                    point.x() * scale - radius, point.y() * scale - radius, 2 * radius, 2 * radius);
            outlined(graphics, dot, Color.WHITE, radius / 2);
            graphics.fill(dot);
        }
    }

    private static BufferedImage enlarged(BufferedImage image, int scale) {
        if (scale == 1) {
            return image;
        }
        BufferedImage large =
                new BufferedImage(image.getWidth() * scale, image.getHeight() * scale, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = large.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(image, AffineTransform.getScaleInstance(scale, scale), null);
        } finally {
            graphics.dispose();
        }
        return large;
    }

    /** A text on a coloured plate. */
    private record Label(String text, Rectangle2D place) {

        private static final double MARGIN = 2.2;

        static Rectangle2D size(String text, double unit) {
            double height = StrokeFont.DIGIT_HEIGHT + StrokeFont.DESCENT + 1.6 * MARGIN;
            return new Rectangle2D.Double(0, 0, (StrokeFont.width(text) + 2 * MARGIN) * unit, height * unit);
        }

        void draw(Graphics2D graphics, Color color) {
            double unit = place.getHeight() / size(text, 1).getHeight();
            double round = 3 * unit;
            graphics.setColor(color);
            graphics.fill(new RoundRectangle2D.Double(
                    place.getX(), place.getY(), place.getWidth(), place.getHeight(), round, round));
            graphics.setColor(EmotionColors.textOn(color));
            graphics.setStroke(
                    new BasicStroke((float) (StrokeFont.PEN * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            double baseline = place.getMaxY() - (StrokeFont.DESCENT + 0.7 * MARGIN) * unit;
            graphics.draw(StrokeFont.path(text, place.getX() + MARGIN * unit, baseline, unit));
        }
    }
}
