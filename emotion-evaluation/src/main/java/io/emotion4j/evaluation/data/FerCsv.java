package io.emotion4j.evaluation.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kaggle's {@code fer2013.csv} ({@code emotion,pixels,Usage}; 48x48 gray) and, beside it, the FER+ votes
 * ({@code Usage,Image name,neutral,...,NF}), whose lines go with the same lines of the first file.
 */
public final class FerCsv {

    private static final int SIDE = 48;
    private static final int VOTE_COLUMNS = 10;

    private FerCsv() {}

    /**
     * @param usage {@code Training}, {@code PublicTest} or {@code PrivateTest}
     * @param votes the FER+ file, or null
     * @throws IOException naming file, line and what is wrong
     */
    public static List<LabelledFace> read(Path csv, @Nullable Path votes, String usage) throws IOException {
        List<LabelledFace> faces = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
                BufferedReader voteLines = votes == null ? null : Files.newBufferedReader(votes, StandardCharsets.UTF_8)) {
            expectHeader(csv, lines.readLine(), "emotion,pixels,Usage");
            if (voteLines != null && votes != null) {
                expectHeader(votes, voteLines.readLine(), "Usage,Image name,neutral");
            }
            String line;
            for (int number = 2; (line = lines.readLine()) != null; number++) {
                String place = csv + ":" + number;
                int[] counts = null;
                if (voteLines != null && votes != null) {
                    counts = votes(votes + ":" + number, voteLines.readLine());
                }
                String[] columns = line.split(",", -1);
                if (columns.length != 3) {
                    throw new IOException(place + ": expected 3 columns (emotion,pixels,Usage), found " + columns.length);
                }
                if (columns[2].strip().equals(usage)) {
                    faces.add(new LabelledFace(
                            pixels(place, columns[1]), SIDE, SIDE, label(place, columns[0]), counts, place));
                }
            }
        }
        if (faces.isEmpty()) {
            throw new IOException(csv + ": no line has Usage '" + usage + "'");
        }
        return faces;
    }

    private static void expectHeader(Path file, @Nullable String found, String start) throws IOException {
        if (found == null || !found.strip().startsWith(start)) {
            throw new IOException(file + ":1: expected a header that starts with '" + start + "', found "
                    + (found == null ? "an empty file" : "'" + found + "'"));
        }
    }

    private static int label(String place, String text) throws IOException {
        int label = number(place, text.strip(), "emotion");
        if (label >= ExpressionLabels.NAMES.size()) {
            throw new IOException(place + ": emotion must be 0..6, found " + label);
        }
        return label;
    }

    private static byte[] pixels(String place, String text) throws IOException {
        byte[] pixels = new byte[SIDE * SIDE];
        int at = 0;
        for (String value : text.strip().split(" +")) {
            int pixel = number(place, value, "pixel");
            if (pixel > 255) {
                throw new IOException(place + ": a pixel must be 0..255, found " + pixel);
            }
            if (at < pixels.length) {
                pixels[at] = (byte) pixel;
            }
            at++;
        }
        if (at != pixels.length) {
            throw new IOException(place + ": expected " + pixels.length + " pixels (48x48), found " + at);
        }
        return pixels;
    }

    private static int[] votes(String place, @Nullable String line) throws IOException {
        if (line == null) {
            throw new IOException(place + ": the votes end here, but the pictures go on; both files need the same lines");
        }
        String[] columns = line.split(",", -1);
        if (columns.length != 2 + VOTE_COLUMNS) {
            throw new IOException(place + ": expected " + (2 + VOTE_COLUMNS) + " columns, found " + columns.length);
        }
        int[] counts = new int[VOTE_COLUMNS];
        for (int i = 0; i < VOTE_COLUMNS; i++) {
            counts[i] = number(place, columns[2 + i].strip(), "vote");
        }
        return counts;
    }

    private static int number(String place, String text, String what) throws IOException {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new IOException(place + ": " + what + " must be a whole number, found '" + text + "'", e);
        }
    }
}
