package io.emotion4j.evaluation.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, columns found by the names in its first line, whatever their order and case. */
final class CsvRows implements AutoCloseable {

    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Map<String, Integer> columns = new HashMap<>();

    private CsvRows(Path file) throws IOException {
        this.file = file;
        this.parser = CSVParser.parse(
                Files.newBufferedReader(file, StandardCharsets.UTF_8),
                CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get());
        this.records = parser.iterator();
    }

    /**
     * Opens a file.
     *
     * @param file in UTF-8
     * @param required names of columns that must be there
     * @return the rows; the caller closes
     * @throws IOException if the file cannot be read or lacks a column
     */
    static CsvRows open(Path file, List<String> required) throws IOException {
        CsvRows rows = new CsvRows(file);
        try {
            rows.readHeader(required);
            return rows;
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private void readHeader(List<String> required) throws IOException {
        CsvRow header = next();
        if (header == null) {
            throw new IOException(file + ":1: expected a header with " + required + ", found an empty file");
        }
        for (int i = 0; i < header.size(); i++) {
            columns.put(key(header.at(i)), i);
        }
        for (String name : required) {
            if (!has(name)) {
                throw new IOException(file + ":1: expected a column '" + name + "', found " + header);
            }
        }
    }

    boolean has(String column) {
        return columns.containsKey(key(column));
    }

    /** {@return the next row, or null after the last} */
    @Nullable
    CsvRow next() throws IOException {
        try {
            // The parser stands behind the row once it has looked whether there is one.
            return records.hasNext() ? new CsvRow(file, parser.getCurrentLineNumber(), records.next(), columns) : null;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new IOException(file + ":" + (parser.getCurrentLineNumber() + 1) + ": not CSV: " + e.getMessage(), e);
        }
    }

    static String key(String column) {
        String plain = column.startsWith("\uFEFF") ? column.substring(1) : column;
        return plain.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
