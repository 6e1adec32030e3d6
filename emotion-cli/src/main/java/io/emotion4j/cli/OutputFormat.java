package io.emotion4j.cli;

import io.emotion4j.output.CsvWriter;
import io.emotion4j.output.JsonWriter;
import io.emotion4j.output.ResultWriter;
import io.emotion4j.output.Setup;
import io.emotion4j.output.TableWriter;
import java.io.IOException;
import java.io.Writer;

/** What the output looks like. */
enum OutputFormat {
    TABLE,
    JSON,
    JSONL,
    CSV;

    ResultWriter open(Writer out, Setup setup, int longestName, boolean unicode) throws IOException {
        return switch (this) {
            case TABLE -> new TableWriter(out, setup, longestName, unicode);
            case JSON -> JsonWriter.array(out, setup);
            case JSONL -> JsonWriter.lines(out, setup);
            case CSV -> new CsvWriter(out, setup);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
