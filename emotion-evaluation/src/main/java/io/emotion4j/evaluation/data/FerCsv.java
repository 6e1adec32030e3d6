package io.emotion4j.evaluation.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kaggle's {@code fer2013.csv} (columns {@code emotion}, {@code pixels} with 48x48 gray values, {@code Usage} and, where
 * you added one, {@code group}) and, beside it, the FER+ votes, whose lines go with the same lines of the first file.
 *
 * @since 0.1.0
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
        List<LabelledFace> faces = new ArrayList<>();
        each(csv, votes, groups, (part, row, face) -> {
            if (usage == null || part == null || part.equals(usage)) {
                faces.add(face.get());
            }
        });
        if (faces.isEmpty()) {
            throw new IOException(csv + ": no line has Usage '" + usage + "'");
        }
        return faces;
    }

    /** All faces by part; all in {@link Part#TRAIN} where there is no column {@code Usage}. */
    static Map<Part, List<LabelledFace>> readParts(Path csv, @Nullable Path votes) throws IOException {
        Map<Part, List<LabelledFace>> faces = new EnumMap<>(Part.class);
        each(csv, votes, null, (usage, row, face) -> {
            Part part = usage == null
                    ? Part.TRAIN
                    : Part.named(usage)
                            .orElseThrow(() -> new IOException(row.place()
                                    + ": Usage must be Training, PublicTest or PrivateTest, found '" + usage + "'"));
            faces.computeIfAbsent(part, p -> new ArrayList<>()).add(face.get());
        });
        if (faces.isEmpty()) {
            throw new IOException(csv + ":2: expected a face a line after the header, found none");
        }
        return faces;
    }

    /** Makes the face of a row; what belongs to rows that nobody wants is not looked at. */
    private interface Face {
        LabelledFace get() throws IOException;
    }

    private interface Reader {
        void accept(@Nullable String usage, CsvRow row, Face face) throws IOException;
    }

    private static void each(Path csv, @Nullable Path votes, @Nullable Path groups, Reader reader) throws IOException {
        SideColumns<int[]> voteLines = votes == null ? null : SideColumns.votes(votes);
        SideColumns<String> groupLines = groups == null ? null : SideColumns.groups(groups);
        Duplicates duplicates = new Duplicates();
        try (CsvRows rows = CsvRows.open(csv, List.of("emotion", "pixels"))) {
            boolean parts = rows.has("Usage");
            boolean grouped = rows.has("group");
            CsvRow next;
            for (int index = 0; (next = rows.next()) != null; index++) {
                CsvRow row = next;
                String part = parts ? row.get("Usage") : null;
                byte[] pixels = pixels(row);
                boolean duplicate = duplicates.add(pixels, SIDE);
                int[] counts = voteLines == null ? null : voteLines.ofLine(index, part, row.place());
                String group = groupLines == null
                        ? grouped ? row.get("group") : null
                        : groupLines.ofLine(index, part, row.place());
                reader.accept(
                        part,
                        row,
                        () -> new LabelledFace(
                                new LabelledFace.Crop(pixels, SIDE, SIDE),
                                row.number("emotion", ExpressionLabels.NAMES.size() - 1),
                                counts,
                                new LabelledFace.Origin(row.place(), duplicate, group, null)));
            }
        }
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
