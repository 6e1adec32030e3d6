package io.emotion4j.training.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.internal.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The figures of a run: a JSON object of numbers a line, a line an epoch.
 *
 * @since 0.1.0
 */
public final class MetricsLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EPOCH = "epoch";

    private MetricsLog() {}

    static void append(Path file, Map<String, Double> metrics) throws IOException {
        Files.writeString(file, line(metrics), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Drops the lines of epochs after {@code epochsDone}: a run may have been killed between its metrics and its checkpoint. */
    static void keep(Path file, int epochsDone) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<Map<String, Double>> epochs = read(file);
        String kept = epochs.stream()
                .filter(metrics -> metrics.getOrDefault(EPOCH, Double.POSITIVE_INFINITY) <= epochsDone)
                .map(MetricsLog::line)
                .collect(Collectors.joining());
        WholeFile.write(file, out -> out.write(kept.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads the figures.
     *
     * @param file as a run writes it; a last line that is cut off is left out
     * @return the epochs in order; a figure that was no number is NaN
     * @throws IOException naming file and line, if it cannot be read
     */
    public static List<Map<String, Double>> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Map<String, Double>> epochs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                Map<String, Double> metrics = new LinkedHashMap<>();
                for (Map.Entry<String, JsonNode> entry :
                        JSON.readTree(lines.get(i)).properties()) {
                    metrics.put(entry.getKey(), entry.getValue().asDouble(Double.NaN));
                }
                epochs.add(metrics);
            } catch (IOException e) {
                if (i < lines.size() - 1) {
                    throw new IOException(file + ":" + (i + 1) + ": not a JSON object: " + lines.get(i), e);
                }
            }
        }
        return epochs;
    }

    private static String line(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(e -> '"' + e.getKey() + "\": " + number(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}\n"));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }
}
