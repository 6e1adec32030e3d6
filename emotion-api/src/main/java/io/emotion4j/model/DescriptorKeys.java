package io.emotion4j.model;

import java.util.Map;
import java.util.Set;

/** The keys that the objects of a {@code model.json} may have; those of the others are names. */
final class DescriptorKeys {

    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            Map.entry(
                    "",
                    Set.of(
                            "formatVersion",
                            "id",
                            "version",
                            "task",
                            "architecture",
                            "files",
                            "input",
                            "constants",
                            "outputs",
                            "scores",
                            "labels",
                            "prior",
                            "extras",
                            "face",
                            "thresholds",
                            "decoder",
                            "golden",
                            "card",
                            "evaluation",
                            "license",
                            "trainingData",
                            "source",
                            "metrics")),
            Map.entry(
                    "input",
                    Set.of(
                            "name",
                            "width",
                            "height",
                            "multipleOf",
                            "enlargeTo",
                            "maxBatch",
                            "type",
                            "layout",
                            "channels",
                            "scale",
                            "mean",
                            "std")),
            Map.entry("scores", Set.of("output", "kind", "from", "count", "temperature", "abstainBelow")),
            Map.entry("face", Set.of("margin", "template", "fit", "shift", "wholePixels", "resample")),
            Map.entry("thresholds", Set.of("score", "nms", "voting", "voters")),
            Map.entry("prior", Set.of("shares", "strength")),
            Map.entry("extra", Set.of("output", "from", "count")),
            Map.entry("constant", Set.of("type", "shape", "values")),
            Map.entry("golden", Set.of("path", "sha256", "bytes", "inputShape", "outputShapes", "tolerance")),
            Map.entry("weights", Set.of("path", "sha256", "bytes", "data", "stages")),
            Map.entry("file", Set.of("path", "sha256", "bytes")));

    private DescriptorKeys() {}

    /** {@return the keys of an object, by its key, or by {@code extra}, {@code constant}, {@code weights} or {@code file}} */
    static Set<String> of(String object) {
        return KNOWN.getOrDefault(object, Set.of());
    }

    /** {@return those of classifiers alone} */
    static Set<String> ofClassifiers() {
        return Set.of("labels", "scores", "prior", "extras", "face");
    }

    /** {@return those of detectors alone} */
    static Set<String> ofDetectors() {
        return Set.of("thresholds", "decoder");
    }
}
