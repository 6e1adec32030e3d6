package io.emotion4j.evaluation.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file beside the pictures that says more about them: FER+'s votes, or groups. Its rows belong to the pictures line
 * by line, or by the file name in a column.
 *
 * @param <T> what a row says
 */
final class SideColumns<T> {

    /** What a row says. */
    interface Reader<T> {
        T read(CsvRow row) throws IOException;
    }

    /** A row: which part it claims to be of, where it stands, and what it says. */
    private record Entry<T>(@Nullable String usage, String place, T value) {}

    private static final List<String> NAME_COLUMNS = List.of("file", "Image name", "image");

    private final Path file;
    private final List<Entry<T>> lines = new ArrayList<>();
    private final Map<String, T> byName = new HashMap<>();

    private SideColumns(Path file) {
        this.file = file;
    }

    /** Ten counts a row, as FER+'s {@code fer2013new.csv} has them. */
    static SideColumns<int[]> votes(Path file) throws IOException {
        return read(file, ExpressionLabels.VOTES, row -> {
            int[] counts = new int[ExpressionLabels.VOTES.size()];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = row.number(ExpressionLabels.VOTES.get(i), 1000);
            }
            return counts;
        });
    }

    /** A column {@code group}. */
    static SideColumns<String> groups(Path file) throws IOException {
        return read(file, List.of("group"), row -> row.get("group"));
    }

    private static <T> SideColumns<T> read(Path file, List<String> required, Reader<T> reader) throws IOException {
        SideColumns<T> all = new SideColumns<>(file);
        try (CsvRows rows = CsvRows.open(file, required)) {
            String nameColumn =
                    NAME_COLUMNS.stream().filter(rows::has).findFirst().orElse(null);
            boolean usage = rows.has("Usage");
            for (CsvRow row; (row = rows.next()) != null; ) {
                T value = reader.read(row);
                all.lines.add(new Entry<>(usage ? row.get("Usage") : null, row.place(), value));
                if (nameColumn != null) {
                    all.byName.put(row.get(nameColumn), value);
                }
            }
        }
        return all;
    }

    /**
     * What the file says about the picture on a line.
     *
     * @param index 0 for the first line after the header
     * @param usage the part that the picture's own line names, or null
     * @param place of the picture's own line, for the message
     */
    T ofLine(int index, @Nullable String usage, String place) throws IOException {
        if (index >= lines.size()) {
            throw new IOException(file + ":" + (lines.size() + 2) + ": ends here, but the pictures go on at " + place
                    + "; both files need the same lines");
        }
        Entry<T> entry = lines.get(index);
        if (usage != null && entry.usage() != null && !usage.equals(entry.usage())) {
            throw new IOException(entry.place() + ": Usage is '" + entry.usage() + "', but '" + usage + "' at " + place
                    + "; both files need the same lines");
        }
        return entry.value();
    }

    /** {@return what the file says about the picture of that name, or null} */
    @Nullable
    T ofName(String name) throws IOException {
        if (byName.isEmpty()) {
            throw new IOException(file + ":1: expected one of the columns " + NAME_COLUMNS
                    + ", for pictures in folders are found by their names");
        }
        return byName.get(name);
    }
}
