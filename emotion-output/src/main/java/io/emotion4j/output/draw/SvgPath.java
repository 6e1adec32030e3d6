package io.emotion4j.output.draw;

import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of SVG's path notation that the glyphs need: absolute M, L and C, where a letter may serve several points. */
final class SvgPath {

    private static final Pattern COMMAND = Pattern.compile("([MLC])([^MLC]*)");

    private SvgPath() {}

    static Path2D parse(String text) {
        Path2D path = new Path2D.Double();
        Matcher matcher = COMMAND.matcher(text);
        while (matcher.find()) {
            add(path, matcher.group(1), numbers(matcher.group(2)));
        }
        return path;
    }

    private static void add(Path2D path, String command, double[] n) {
        int points = command.equals("C") ? 3 : 1;
        for (int i = 0; i < n.length; i += 2 * points) {
            switch (command) {
                case "M" -> path.moveTo(n[i], n[i + 1]);
                case "L" -> path.lineTo(n[i], n[i + 1]);
                default -> path.curveTo(n[i], n[i + 1], n[i + 2], n[i + 3], n[i + 4], n[i + 5]);
            }
        }
    }

    private static double[] numbers(String text) {
        return Pattern.compile(" ")
                .splitAsStream(text.trim())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
