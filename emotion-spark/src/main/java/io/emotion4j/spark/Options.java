package io.emotion4j.spark;

import io.emotion4j.ClassPrior;
import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.model.Model;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** From options, which are text, to an analyzer's builder. */
final class Options {

    /** What Spark's configuration puts before an option's name. */
    static final String PREFIX = "spark.emotion4j.";

    private interface Setter {
        void set(EmotionAnalyzerBuilder builder, String value);
    }

    /** In the order of the alphabet, for the message. */
    private static final Map<String, Setter> KNOWN = new TreeMap<>(Map.ofEntries(
            Map.entry("engine", EmotionAnalyzerBuilder::engine),
            Map.entry("device", EmotionAnalyzerBuilder::device),
            typed("threads", Integer::valueOf, EmotionAnalyzerBuilder::intraOpThreads),
            Map.entry("detectorModel", (to, name) -> to.detectorModel(Model.named(name))),
            Map.entry("classifierModel", (to, name) -> to.classifierModel(Model.named(name))),
            typed("fast", Options::flag, EmotionAnalyzerBuilder::fast),
            typed("detectionSize", Integer::valueOf, EmotionAnalyzerBuilder::detectionSize),
            typed("minConfidence", Float::valueOf, EmotionAnalyzerBuilder::minConfidence),
            typed("maxOverlap", Float::valueOf, EmotionAnalyzerBuilder::maxOverlap),
            typed("minFaceSize", Integer::valueOf, EmotionAnalyzerBuilder::minFaceSize),
            typed("maxFaces", Integer::valueOf, EmotionAnalyzerBuilder::maxFaces),
            typed("secondLook", Options::flag, EmotionAnalyzerBuilder::secondLook),
            typed("reducedDecoding", Options::flag, EmotionAnalyzerBuilder::reducedDecoding),
            typed("alignment", Options::flag, EmotionAnalyzerBuilder::alignment),
            typed("crops", Options::flag, EmotionAnalyzerBuilder::crops),
            Map.entry("prior", (to, text) -> to.prior(ClassPrior.parse(text))),
            typed(
                    "deadlineMillis",
                    Long::valueOf,
                    (EmotionAnalyzerBuilder to, Long millis) -> to.deadline(Duration.ofMillis(millis))),
            // The limits are one option of the builder: see limits().
            typed("maxPixels", Long::valueOf, (EmotionAnalyzerBuilder to, Long pixels) -> {}),
            typed("maxSide", Integer::valueOf, (EmotionAnalyzerBuilder to, Integer pixels) -> {}),
            typed("maxBytes", Long::valueOf, (EmotionAnalyzerBuilder to, Long bytes) -> {})));

    private Options() {}

    /** Refuses what no analyzer knows. */
    static void checkName(String name) {
        if (!KNOWN.containsKey(name)) {
            throw new IllegalArgumentException(
                    "No option '" + name + "'; the options are " + String.join(", ", KNOWN.keySet()));
        }
    }

    /**
     * A builder with these options.
     *
     * @throws IllegalArgumentException if a value is not of its option's kind or range
     */
    static EmotionAnalyzerBuilder builder(Map<String, String> options) {
        EmotionAnalyzerBuilder builder = EmotionAnalyzer.builder();
        options.forEach((name, value) -> {
            Setter setter = KNOWN.get(name);
            if (setter == null) {
                checkName(name);
            } else {
                setter.set(builder, value);
            }
        });
        return builder.decodeLimits(limits(options));
    }

    private static DecodeLimits limits(Map<String, String> options) {
        DecodeLimits limits = DecodeLimits.DEFAULT;
        String pixels = options.get("maxPixels");
        String side = options.get("maxSide");
        String bytes = options.get("maxBytes");
        limits = pixels == null ? limits : limits.withMaxPixels(Long.parseLong(pixels));
        limits = side == null ? limits : limits.withMaxSide(Integer.parseInt(side));
        return bytes == null ? limits : limits.withMaxBytes(Long.parseLong(bytes));
    }

    private interface Typed<T> {
        void set(EmotionAnalyzerBuilder builder, T value);
    }

    private static <T> Map.Entry<String, Setter> typed(String name, Function<String, T> parse, Typed<T> setter) {
        return Map.entry(name, (builder, text) -> {
            T value;
            try {
                value = parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Option '" + name + "' is '" + text + "', which cannot be read", e);
            }
            setter.set(builder, value);
        });
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false, found '" + text + "'");
        };
    }
}
