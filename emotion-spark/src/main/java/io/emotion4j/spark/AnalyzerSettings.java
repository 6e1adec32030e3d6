package io.emotion4j.spark;

import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.model.Model;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What an analyzer is opened with, as text: it travels to the executors, which open one for each different setting.
 *
 * @param options by their names, see {@link #KNOWN}
 */
record AnalyzerSettings(TreeMap<String, String> options) implements Serializable {

    /** Keys of the Spark configuration begin with it. */
    static final String PREFIX = "spark.emotion4j.";

    private static final Map<String, BiConsumer<EmotionAnalyzerBuilder, String>> KNOWN = Map.ofEntries(
            Map.entry("engine", EmotionAnalyzerBuilder::engine),
            Map.entry("device", EmotionAnalyzerBuilder::device),
            Map.entry("detectorModel", (to, name) -> to.detectorModel(model(name))),
            Map.entry("classifierModel", (to, name) -> to.classifierModel(model(name))),
            Map.entry("detectionSize", (to, value) -> to.detectionSize(Integer.parseInt(value))),
            Map.entry("minConfidence", (to, value) -> to.minConfidence(Float.parseFloat(value))),
            Map.entry("maxOverlap", (to, value) -> to.maxOverlap(Float.parseFloat(value))),
            Map.entry("minFaceSize", (to, value) -> to.minFaceSize(Integer.parseInt(value))),
            Map.entry("maxFaces", (to, value) -> to.maxFaces(Integer.parseInt(value))),
            Map.entry("alignment", (to, value) -> to.alignment(Boolean.parseBoolean(value))),
            Map.entry("crops", (to, value) -> to.crops(Boolean.parseBoolean(value))),
            Map.entry("maxPixels", (to, value) -> {}),
            Map.entry("maxBytes", (to, value) -> {}));

    /** More tasks than an executor runs: it is Spark that bounds them. */
    private static final int EVERY_TASK = 4096;

    /** Copies the options and checks their names. */
    AnalyzerSettings {
        options = new TreeMap<>(options);
        for (String name : options.keySet()) {
            if (!KNOWN.containsKey(name)) {
                throw new IllegalArgumentException("No option '" + name + "' is known; these are: "
                        + String.join(", ", new TreeMap<>(KNOWN).keySet()));
            }
        }
    }

    /** Those of a Spark configuration; names without our prefix are passed over. */
    static AnalyzerSettings of(Map<String, String> configuration) {
        TreeMap<String, String> options = new TreeMap<>();
        configuration.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                options.put(key.substring(PREFIX.length()), value);
            }
        });
        return new AnalyzerSettings(options);
    }

    AnalyzerSettings with(Map<String, String> more) {
        TreeMap<String, String> all = new TreeMap<>(options);
        all.putAll(more);
        return new AnalyzerSettings(all);
    }

    /** Opens an analyzer whose engine takes one thread a task. */
    EmotionAnalyzer open() {
        EmotionAnalyzerBuilder to = EmotionAnalyzer.builder().maxConcurrency(EVERY_TASK);
        options.forEach((name, value) -> {
            BiConsumer<EmotionAnalyzerBuilder, String> option = KNOWN.get(name);
            if (option != null) {
                set(to, name, value, option);
            }
        });
        return to.decodeLimits(limits()).build();
    }

    private static void set(
            EmotionAnalyzerBuilder to, String name, String value, BiConsumer<EmotionAnalyzerBuilder, String> option) {
        try {
            option.accept(to, value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Option '" + name + "' must be a number, found '" + value + "'", e);
        }
    }

    private DecodeLimits limits() {
        DecodeLimits limits = DecodeLimits.DEFAULT;
        String pixels = options.get("maxPixels");
        limits = pixels == null ? limits : limits.withMaxPixels(Long.parseLong(pixels));
        String bytes = options.get("maxBytes");
        return bytes == null ? limits : limits.withMaxBytes(Long.parseLong(bytes));
    }

    private static Model model(String name) {
        return Model.shipped().stream()
                .filter(model -> model.descriptor().id().equals(name))
                .findFirst()
                .orElseGet(() -> Model.of(Path.of(name)));
    }
}
