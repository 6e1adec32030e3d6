package io.emotion4j.training.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Collectors;

/** Appends a JSON object of numbers a line. */
final class MetricsLog {

    private MetricsLog() {}

    static void append(Path file, Map<String, Double> metrics) throws IOException {
        String line = metrics.entrySet().stream()
                .map(e -> '"' + e.getKey() + "\": " + number(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}\n"));
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }
}
