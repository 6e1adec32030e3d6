package io.emotion4j.output.draw;

import io.emotion4j.OcclusionMap;
import io.emotion4j.RgbImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Draws which parts of faces a classifier's answers hang on: a row a face, the face as the network gets it on the left, and on the right with
 * the map over it. Red: covering this lowers the score; blue: it raises it. The strongest colour of a row is that face's largest change; below stand
 * the score of the whole face, and that with the patch covered which takes most from it.
 *
 * @since 0.1.0
 */
public final class HeatMap {

    private static final int SIDE = 240;
    private static final int GAP = 12;
    private static final int TEXT = 26;
    private static final double UNIT = 2;
    /** Smaller changes are no larger than what the weights' last bits make. */
    private static final float LEAST = 0.02f;

    private static final float MOST_COVER = 0.65f;
    private static final int RED = 0xd7191c;
    private static final int BLUE = 0x2c7bb6;

    private HeatMap() {}

    /**
     * Draws.
     *
     * @param maps at least one
     * @return a new picture of {@code 504} pixels' width
     * @throws IllegalArgumentException if there is none
     */
    public static BufferedImage draw(List<OcclusionMap> maps) {
        if (maps.isEmpty()) {
            throw new IllegalArgumentException("A heat map needs at least one face, found none");
        }
        int row = SIDE + TEXT + GAP;
        BufferedImage canvas = new BufferedImage(2 * SIDE + 2 * GAP, maps.size() * row, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = canvas.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
            for (int i = 0; i < maps.size(); i++) {
                draw(graphics, canvas, maps.get(i), i + 1, i * row);
            }
        } finally {
            graphics.dispose();
        }
        return canvas;
    }

    private static void draw(Graphics2D graphics, BufferedImage canvas, OcclusionMap map, int number, int top) {
        RgbImage crop = map.crop();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        BufferedImage picture = crop.toBufferedImage();
        int right = SIDE + 2 * GAP;
        graphics.drawImage(picture, 0, top, SIDE, SIDE, null);
        graphics.drawImage(picture, right, top, SIDE, SIDE, null);
        float largest = LEAST;
        for (float drop : map.drops()) {
            largest = Math.max(largest, Math.abs(drop));
        }
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float share = at(map, (x + 0.5f) / SIDE, (y + 0.5f) / SIDE) / largest;
                int under = canvas.getRGB(right + x, top + y);
                canvas.setRGB(right + x, top + y, mixed(under, share > 0 ? RED : BLUE, MOST_COVER * Math.abs(share)));
            }
        }
        String text = String.format(
                Locale.ROOT,
                "#%d %s %.0f%%   covered %.0f%%",
                number,
                map.expression().label(),
                100 * map.score(),
                100 * (map.score() - Collections.max(map.drops())));
        graphics.setColor(Color.BLACK);
        graphics.setStroke(
                new BasicStroke((float) (StrokeFont.PEN * UNIT), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(StrokeFont.path(text, GAP, top + SIDE + TEXT - 4, UNIT));
    }

    /** Between the centres of four cells; at the border the nearest. */
    private static float at(OcclusionMap map, float x, float y) {
        float column = Math.min(Math.max(x * map.columns() - 0.5f, 0), map.columns() - 1);
        float row = Math.min(Math.max(y * map.rows() - 0.5f, 0), map.rows() - 1);
        int left = Math.min((int) column, Math.max(0, map.columns() - 2));
        int top = Math.min((int) row, Math.max(0, map.rows() - 2));
        int right = Math.min(left + 1, map.columns() - 1);
        int bottom = Math.min(top + 1, map.rows() - 1);
        float across = column - left;
        float down = row - top;
        float above = map.drop(left, top) * (1 - across) + map.drop(right, top) * across;
        float below = map.drop(left, bottom) * (1 - across) + map.drop(right, bottom) * across;
        return above * (1 - down) + below * down;
    }

    private static int mixed(int under, int over, float share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            float from = under >> shift & 0xff;
            float to = over >> shift & 0xff;
            mixed |= Math.round(from + (to - from) * share) << shift;
        }
        return mixed;
    }
}
