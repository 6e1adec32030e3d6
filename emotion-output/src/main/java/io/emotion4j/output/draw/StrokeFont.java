package io.emotion4j.output.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A drawn alphabet: lines with a round pen. A Java without fonts, as in most containers, cannot draw text otherwise, and the
 * same picture comes out everywhere.
 *
 * <p>A glyph is an SVG path with M, L and C, in units where a digit is 7 high, x to the right, y up from the baseline.
 */
final class StrokeFont {

    static final double DIGIT_HEIGHT = 7;
    static final double DESCENT = 2.3;
    static final double PEN = 1.1;

    private static final double GAP = 1.9;
    private static final double SPACE = 2.2;

    private static final String BOWL = "M4 2.5C4 4 3.2 5 2 5 .8 5 0 4 0 2.5 0 1 .8 0 2 0 3.2 0 4 1 4 2.5";
    private static final String ARCH = "M0 3C0 4.2 .9 5 2 5 3.2 5 3.8 4.3 3.8 3L3.8 0";

    private static final Glyph HYPHEN = new Glyph(2.6, SvgPath.parse("M0 2.6L2.6 2.6"));
    private static final Map<Character, Glyph> GLYPHS = new HashMap<>();

    private record Glyph(double width, Path2D path) {}

    static {
        add('a', 4, BOWL + "M4 5L4 0");
        add('b', 4, BOWL + "M0 7.5L0 0");
        add('c', 3.7, "M3.7 4C3.4 4.7 2.8 5 2.1 5 .8 5 0 4 0 2.5 0 1 .8 0 2.1 0 2.8 0 3.4 .3 3.7 1");
        add('d', 4, BOWL + "M4 7.5L4 0");
        add('e', 4, "M0 2.7L4 2.7C4 4.1 3.3 5 2.05 5 .8 5 0 4 0 2.5 0 1 .8 0 2.1 0 2.9 0 3.5 .3 3.9 .9");
        add('f', 2.8, "M2.8 7.5C1.6 7.7 1 7.1 1 5.9L1 0M0 4.8L2.6 4.8");
        add('g', 4, BOWL + "M4 5L4 -.4C4 -1.7 3.2 -2.3 2 -2.3 1.3 -2.3 .7 -2.1 .3 -1.8");
        add('h', 3.8, "M0 7.5L0 0" + ARCH);
        add('i', 0, "M0 5L0 0M0 7.1L0 7.2");
        add('j', 1.3, "M1.3 5L1.3 -1C1.3 -2 .8 -2.3 0 -2.3M1.3 7.1L1.3 7.2");
        add('k', 3.8, "M0 7.5L0 0M3.5 5L0 2.1M1.4 3.2L3.8 0");
        add('l', 1.2, "M0 7.5L0 1.2C0 .4 .4 0 1.2 0");
        add(
                'm',
                6.4,
                "M0 5L0 0M0 3.3C0 4.4 .8 5 1.7 5 2.7 5 3.2 4.4 3.2 3.3L3.2 0"
                        + "M3.2 3.3C3.2 4.4 4 5 4.9 5 5.9 5 6.4 4.4 6.4 3.3L6.4 0");
        add('n', 3.8, "M0 5L0 0" + ARCH);
        add('o', 4, BOWL);
        add('p', 4, BOWL + "M0 5L0 -2.3");
        add('q', 4, BOWL + "M4 5L4 -2.3");
        add('r', 2.3, "M0 5L0 0M0 2.8C0 4.2 .9 5.1 2.3 4.9");
        add(
                's',
                3.5,
                "M3.3 4.2C3 4.8 2.4 5 1.8 5 .8 5 .2 4.5 .2 3.7 .2 2.9 .9 2.7 1.8 2.5 2.8 2.3 3.5 2.1 3.5 1.3 "
                        + "3.5 .5 2.8 0 1.8 0 1 0 .4 .3 0 .9");
        add('t', 2.7, "M1 6.6L1 1.3C1 .3 1.6 -.1 2.7 .1M0 4.8L2.6 4.8");
        add('u', 3.8, "M0 5L0 2C0 .7 .6 0 1.8 0 2.9 0 3.8 .8 3.8 2M3.8 5L3.8 0");
        add('v', 3.8, "M0 5L1.9 0 3.8 5");
        add('w', 6, "M0 5L1.5 0 3 5 4.5 0 6 5");
        add('x', 3.6, "M0 5L3.6 0M3.6 5L0 0");
        add('y', 3.8, "M0 5L1.9 .2M3.8 5L1.6 -1C1.3 -2 .8 -2.3 0 -2.2");
        add('z', 3.6, "M0 5L3.5 5 0 0 3.6 0");
        add('0', 4, "M4 3.5C4 5.8 3.3 7 2 7 .7 7 0 5.8 0 3.5 0 1.2 .7 0 2 0 3.3 0 4 1.2 4 3.5");
        add('1', 4, "M.9 5.7L2.4 7 2.4 0");
        add('2', 4, "M.2 5.4C.4 6.4 1.1 7 2.1 7 3.2 7 3.9 6.3 3.9 5.2 3.9 3.6 1.8 2.4 .1 0L4 0");
        add(
                '3',
                4,
                "M.2 6C.6 6.7 1.2 7 2 7 3.1 7 3.8 6.3 3.8 5.3 3.8 4.3 3 3.7 1.7 3.7"
                        + "M1.7 3.7C3.2 3.7 4 3 4 1.9 4 .8 3.2 0 2 0 1.1 0 .4 .4 0 1.1");
        add('4', 4, "M3 0L3 7 0 2 4 2");
        add('5', 4, "M3.7 7L.7 7 .4 3.8C.9 4.2 1.4 4.4 2 4.4 3.2 4.4 4 3.5 4 2.2 4 .9 3.2 0 1.9 0 1.1 0 .4 .4 0 1");
        add(
                '6',
                4,
                "M3.6 6.3C3.2 6.8 2.7 7 2.2 7 .8 7 0 5.5 0 3 0 1 .7 0 2 0 3.2 0 4 .9 4 2.2 4 3.5 3.2 4.3 2.1 4.3 "
                        + "1 4.3 .2 3.6 0 2.5");
        add('7', 4, "M0 7L4 7 1.4 0");
        add(
                '8',
                4,
                "M2 3.8C.9 3.8 .3 4.5 .3 5.4 .3 6.3 1 7 2 7 3 7 3.7 6.3 3.7 5.4 3.7 4.5 3.1 3.8 2 3.8 .8 3.8 0 3 "
                        + "0 1.9 0 .8 .8 0 2 0 3.2 0 4 .8 4 1.9 4 3 3.2 3.8 2 3.8");
        add(
                '9',
                4,
                "M.4 .7C.8 .2 1.3 0 1.8 0 3.2 0 4 1.5 4 4 4 6 3.3 7 2 7 .8 7 0 6.1 0 4.8 0 3.5 .8 2.7 1.9 2.7 "
                        + "3 2.7 3.8 3.4 4 4.5");
        add(
                '%',
                6.6,
                "M5.5 7L1.1 0M2.8 5.4C2.8 6.4 2.2 7 1.4 7 .6 7 0 6.4 0 5.4 0 4.4 .6 3.8 1.4 3.8 2.2 3.8 2.8 4.4 "
                        + "2.8 5.4M6.6 1.6C6.6 2.6 6 3.2 5.2 3.2 4.4 3.2 3.8 2.6 3.8 1.6 3.8 .6 4.4 0 5.2 0 6 0 6.6 .6 6.6 1.6");
        add('.', 0, "M0 0L0 .1");
        add('#', 4.6, "M1.6 6.6L.8 .4M3.8 6.6L3 .4M.2 4.6L4.6 4.6M0 2.4L4.4 2.4");
    }

    private StrokeFont() {}

    /** Width of a line of text, in units. */
    static double width(String text) {
        double width = -GAP;
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            width += (c == ' ' ? SPACE : glyph(c).width()) + GAP;
        }
        return Math.max(0, width);
    }

    /**
     * The pen's way.
     *
     * @param text letters of either case, digits and . - % #; another character comes out as a hyphen
     * @param x where the text begins
     * @param baseline where it stands, with y downwards
     * @param unit pixels a unit
     */
    static Path2D path(String text, double x, double baseline, double unit) {
        Path2D path = new Path2D.Double();
        double at = x;
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c != ' ') {
                path.append(
                        glyph(c).path().getPathIterator(new AffineTransform(unit, 0, 0, -unit, at, baseline)), false);
            }
            at += unit * ((c == ' ' ? SPACE : glyph(c).width()) + GAP);
        }
        return path;
    }

    private static Glyph glyph(char c) {
        return GLYPHS.getOrDefault(c, HYPHEN);
    }

    private static void add(char c, double width, String path) {
        GLYPHS.put(c, new Glyph(width, SvgPath.parse(path)));
    }
}
