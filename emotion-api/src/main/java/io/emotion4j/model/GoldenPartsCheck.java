package io.emotion4j.model;

import io.emotion4j.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a descriptor's {@code golden}.
 *
 * @param check takes what is wrong
 * @param json the object
 */
record GoldenPartsCheck(PartCheck check, JsonObject json) {

    /** Input and outputs are null where the descriptor's cannot be read. */
    void run(@Nullable InputSpec input, @Nullable List<String> outputs) {
        Map<String, Object> right = Map.of("path", "file", "sha256", "0".repeat(64), "bytes", 1.0);
        ModelFile file =
                check.read(json.of(DescriptorKeys.of("file"), Map.of()), right, Map.of(), DescriptorReader::file);
        GoldenReader reader = new GoldenReader(json);
        List<Long> inputShape = new ArrayList<>();
        Map<String, List<Long>> outputShapes = new LinkedHashMap<>();
        boolean shapes = check.part(() -> inputShape.addAll(json.wholes("inputShape")));
        if (shapes && input != null) {
            check.part(() -> reader.input(inputShape, input));
        }
        shapes &= check.part(() -> outputShapes.putAll(reader.outputShapes()));
        for (String name : outputs == null ? List.<String>of() : outputShapes.keySet()) {
            check.part(() -> reader.output(name, outputs == null ? List.of() : outputs));
        }
        if (shapes && file != null) {
            check.part(() -> reader.bytes(file.bytes(), inputShape, outputShapes));
        }
        check.part(() -> {
            double tolerance = json.number("tolerance");
            if (!(tolerance > 0)) {
                throw json.error("tolerance", "must be more than 0, found " + tolerance);
            }
        });
    }
}
