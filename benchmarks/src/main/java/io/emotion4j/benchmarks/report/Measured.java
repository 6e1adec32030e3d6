package io.emotion4j.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * A file of JMH's JSON, to each of whose entries {@link #write} added where it was measured.
 *
 * @param environment where and with what
 * @param figures by {@code Benchmark.method parameter=value ...}, a figure a round
 */
public record Measured(Map<String, String> environment, Map<String, List<Figure>> figures) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENVIRONMENT = "environment";
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String MEDIAN = "50.0";
    private static final String P99 = "99.0";

    /** Parameters that are left out of a name where they have these values. */
    private static final Map<String, String> USUAL = Map.of("engine", "onnx", "classifier", "fer-resnet");

    /**
     * One figure of one round.
     *
     * @param unit such as {@code ms/op}
     * @param average of all samples
     * @param median the same as the average where JMH gives none
     * @param p99 the slowest hundredth
     * @param bytes allocated on the heap an operation; NaN if not measured
     */
    public record Figure(String unit, double average, double median, double p99, double bytes) {}

    /**
     * Writes results without the samples themselves, and what else no figure is read from.
     *
     * @param results of all rounds
     * @param environment where and with what
     * @param file to write
     * @throws IOException if it cannot be written
     */
    public static void write(Collection<RunResult> results, Map<String, String> environment, Path file)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
        }
        JsonNode entries = JSON.readTree(bytes.toByteArray());
        for (JsonNode entry : entries) {
            ObjectNode object = (ObjectNode) entry;
            // The path of the machine's Java, and what was given to it, are nobody's business.
            object.remove(List.of("jvm", "jvmArgs"));
            thin((ObjectNode) object.get("primaryMetric"));
            ObjectNode seconds = (ObjectNode) object.get("secondaryMetrics");
            seconds.properties().removeIf(second -> !second.getKey().endsWith(ALLOCATED));
            seconds.forEach(metric -> thin((ObjectNode) metric));
            object.set(ENVIRONMENT, JSON.valueToTree(environment));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entries) + "\n");
    }

    /** What no figure is read from is left out: the file is committed. */
    private static void thin(ObjectNode metric) {
        metric.remove(List.of("rawData", "rawDataHistogram"));
        if (metric.get("scorePercentiles") instanceof ObjectNode percentiles) {
            percentiles.retain(List.of(MEDIAN, P99));
        }
    }

    /**
     * {@return what a file holds}
     *
     * @param file of {@link #write}, or JMH's own
     * @throws IOException if it cannot be read
     */
    public static Measured read(Path file) throws IOException {
        JsonNode entries = JSON.readTree(Files.readAllBytes(file));
        Map<String, String> environment = new LinkedHashMap<>();
        Map<String, List<Figure>> figures = new TreeMap<>();
        for (JsonNode entry : entries) {
            entry.path(ENVIRONMENT)
                    .properties()
                    .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
            figures.computeIfAbsent(name(entry), name -> new ArrayList<>()).add(figure(entry));
        }
        return new Measured(environment, figures);
    }

    private static String name(JsonNode entry) {
        String full = entry.get("benchmark").asText();
        String method = full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1);
        StringBuilder name = new StringBuilder(method.replaceFirst("Benchmark\\.", "."));
        for (Map.Entry<String, JsonNode> parameter : entry.path("params").properties()) {
            String value = parameter.getValue().asText();
            if (!value.equals(USUAL.get(parameter.getKey()))) {
                name.append(' ').append(parameter.getKey()).append('=').append(value);
            }
        }
        return name.toString();
    }

    private static Figure figure(JsonNode entry) {
        JsonNode metric = entry.get("primaryMetric");
        double average = metric.get("score").asDouble();
        JsonNode percentiles = metric.path("scorePercentiles");
        double bytes = Double.NaN;
        for (Map.Entry<String, JsonNode> second : entry.path("secondaryMetrics").properties()) {
            if (second.getKey().endsWith(ALLOCATED)) {
                bytes = second.getValue().get("score").asDouble();
            }
        }
        return new Figure(
                metric.get("scoreUnit").asText(),
                average,
                percentiles.path(MEDIAN).asDouble(average),
                percentiles.path(P99).asDouble(average),
                bytes);
    }
}
