package io.emotion4j.evaluation.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** A row of a CSV file that knows its place. */
final class CsvRow {

    private final Path file;
    private final long line;
    private final CSVRecord values;
    private final Map<String, Integer> columns;

    CsvRow(Path file, long line, CSVRecord values, Map<String, Integer> columns) {
        this.file = file;
        this.line = line;
        this.values = values;
        this.columns = columns;
    }

    /** {@return file and line, for messages} */
    String place() {
        return file + ":" + line;
    }

    int size() {
        return values.size();
    }

    String at(int column) {
        return values.get(column);
    }

    /** {@return the value without spaces around it} */
    String get(String column) throws IOException {
        Integer at = columns.get(CsvRows.key(column));
        if (at == null || at >= values.size()) {
            throw new IOException(place() + ": expected " + columns.size() + " columns with '" + column + "', found "
                    + values.size());
        }
        return values.get(at).strip();
    }

    /** {@return a whole number from 0 to {@code most}} */
    int number(String column, int most) throws IOException {
        return number(get(column), column, most);
    }

    /** Reads {@code text} as a whole number from 0 to {@code most}; {@code what} names it in the message. */
    int number(String text, String what, int most) throws IOException {
        int value = -1;
        try {
            value = Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new IOException(place() + ": " + what + " must be a whole number, found '" + text + "'", e);
        }
        if (value < 0 || value > most) {
            throw new IOException(place() + ": " + what + " must be 0.." + most + ", found " + text);
        }
        return value;
    }

    @Override
    public String toString() {
        return values.toList().toString();
    }
}
