package io.emotion4j.evaluation.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kaggle's {@code fer2013.csv} (columns {@code emotion}, {@code pixels} with 48x48 gray values, {@code Usage} and, where
 * you added one, {@code group}) and, beside it, the FER+ votes, whose lines go with the same lines of the first file.
 */
public final class FerCsv {

    private static final int SIDE = 48;

    private FerCsv() {}

    /**
     * Reads the faces of one part.
     *
     * @param csv the faces
     * @param votes the FER+ file, or null
     * @param usage {@code Training}, {@code PublicTest} or {@code PrivateTest}; null for every line
     * @return the faces, in the order of the lines
     * @throws IOException naming file, line and what is wrong
     */
    public static List<LabelledFace> read(Path csv, @Nullable Path votes, @Nullable String usage) throws IOException {
        return read(csv, votes, null, usage);
    }

    static List<LabelledFace> read(Path csv, @Nullable Path votes, @Nullable Path groups, @Nullable String usage)
            throws IOException {
        SideColumns<int[]> voteLines = votes == null ? null : SideColumns.votes(votes);
        SideColumns<String> groupLines = groups == null ? null : SideColumns.groups(groups);
        List<LabelledFace> faces = new ArrayList<>();
        Duplicates duplicates = new Duplicates();
        try (CsvRows rows = CsvRows.open(csv, List.of("emotion", "pixels"))) {
            boolean parts = rows.has("Usage");
            boolean grouped = rows.has("group");
            CsvRow row;
            for (int index = 0; (row = rows.next()) != null; index++) {
                String part = parts ? row.get("Usage") : null;
                byte[] pixels = pixels(row);
                boolean duplicate = duplicates.add(pixels, SIDE);
                int[] counts = voteLines == null ? null : voteLines.ofLine(index, part, row.place());
                String group = grouped ? row.get("group") : null;
                if (groupLines != null) {
                    group = groupLines.ofLine(index, part, row.place());
                }
                if (usage == null || part == null || part.equals(usage)) {
                    int label = row.number("emotion", ExpressionLabels.NAMES.size() - 1);
                    faces.add(new LabelledFace(pixels, SIDE, SIDE, label, counts, duplicate, group, null, row.place()));
                }
            }
        }
        if (faces.isEmpty()) {
            throw new IOException(csv + ": no line has Usage '" + usage + "'");
        }
        return faces;
    }

    private static byte[] pixels(CsvRow row) throws IOException {
        String text = row.get("pixels");
        byte[] pixels = new byte[SIDE * SIDE];
        int count = 0;
        for (int from = 0; from < text.length(); ) {
            int to = text.indexOf(' ', from);
            to = to < 0 ? text.length() : to;
            if (to > from) {
                int value = row.number(text.substring(from, to), "a pixel", 255);
                if (count < pixels.length) {
                    pixels[count] = (byte) value;
                }
                count++;
            }
            from = to + 1;
        }
        if (count != pixels.length) {
            throw new IOException(row.place() + ": expected " + pixels.length + " pixels (48x48), found " + count);
        }
        return pixels;
    }
}
