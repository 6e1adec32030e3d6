package io.emotion4j.output;

import io.emotion4j.Analysis;
import io.emotion4j.BoundingBox;
import io.emotion4j.FaceEmotion;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * A line a face, for people to read; in the end a summary. Pictures that failed are only counted: they are told of elsewhere.
 *
 * @since 0.1.0
 */
public final class TableWriter implements ResultWriter {

    private static final int LONGEST_NAME = 48;
    private static final int BAR = 20;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private final Writer out;
    private final Setup setup;
    private final int nameWidth;
    private final boolean unicode;
    private final long start = System.nanoTime();
    private int pictures;
    private int faces;
    private int failed;

    /**
     * Writes the header.
     *
     * @param out where to; stays open
     * @param setup what ran
     * @param longestName length of the longest file name that will come
     * @param unicode whether bars may be drawn with block characters, else with ASCII
     * @throws IOException if the header cannot be written
     */
    public TableWriter(Writer out, Setup setup, int longestName, boolean unicode) throws IOException {
        this.out = out;
        this.setup = setup;
        this.nameWidth = Math.max("picture".length(), Math.min(LONGEST_NAME, longestName));
        this.unicode = unicode;
        line("picture", "#", "expression", "score", "", "confidence", "face");
    }

    @Override
    public void write(Result result) throws IOException {
        pictures++;
        Analysis analysis = result.analysis();
        if (analysis == null) {
            failed++;
            return;
        }
        String name = shortened(result.file());
        if (analysis.faces().isEmpty()) {
            line(name, "-", "no face", "", "", "", "");
        }
        int number = 0;
        for (FaceEmotion face : analysis) {
            BoundingBox box = face.box();
            line(
                    number == 0 ? name : "",
                    "" + ++number,
                    face.emotion().label(),
                    format("%.2f", face.score()),
                    bar(face.score()),
                    format("%.2f", face.confidence()),
                    format("%.0f,%.0f %.0fx%.0f", box.x(), box.y(), box.width(), box.height()));
            faces++;
        }
    }

    @Override
    public void close() throws IOException {
        String detector = setup.detector() == null ? "no detector (crops)" : "detector " + setup.detector();
        out.write(format(
                "%n%s, %s%s in %.2f s on %s: %s, classifier %s%n",
                count(pictures, "picture"),
                count(faces, "face"),
                failed == 0 ? "" : ", " + failed + " failed",
                (System.nanoTime() - start) / 1e9,
                setup.engine(),
                detector,
                setup.classifier()));
        out.flush();
    }

    private void line(
            String name, String number, String emotion, String score, String bar, String confidence, String face)
            throws IOException {
        String line = format(
                "%-" + nameWidth + "s %4s  %-10s %5s %-" + BAR + "s  %10s  %s",
                name,
                number,
                emotion,
                score,
                bar,
                confidence,
                face);
        out.write(line.stripTrailing() + System.lineSeparator());
        out.flush();
    }

    /** The end of a name tells more than its beginning. */
    private String shortened(String name) {
        String dots = unicode ? "…" : "~";
        return name.length() <= nameWidth ? name : dots + name.substring(name.length() - nameWidth + 1);
    }

    private String bar(float score) {
        if (!unicode) {
            return "#".repeat(Math.round(score * BAR));
        }
        int eighths = Math.round(score * BAR * 8);
        String rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
        return "█".repeat(eighths / 8) + rest;
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
