package io.emotion4j.model;

import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the descriptor's {@code golden} and checks that its shapes fit the input, the outputs and the file's size. */
final class GoldenReader {

    private GoldenReader() {}

    static GoldenSpec read(JsonObject json, ModelFile file, InputSpec input, List<String> outputs)
            throws JsonException {
        List<Long> inputShape = json.wholes("inputShape");
        checkInput(json, inputShape, input);
        JsonObject shapes = json.object("outputShapes");
        Map<String, List<Long>> outputShapes = new LinkedHashMap<>();
        double floats = count(inputShape);
        for (String name : shapes.keys()) {
            if (!outputs.contains(name)) {
                throw shapes.error(name, "must be one of \"outputs\" " + outputs);
            }
            List<Long> shape = shapes.wholes(name);
            outputShapes.put(name, shape);
            floats += count(shape);
        }
        if (outputShapes.isEmpty()) {
            throw json.error("outputShapes", "is empty; name at least one output");
        }
        if (floats * Float.BYTES != file.bytes()) {
            throw json.error(
                    "bytes",
                    String.format(
                            Locale.ROOT,
                            "must be %.0f for these shapes, found %d",
                            floats * Float.BYTES,
                            file.bytes()));
        }
        float tolerance = (float) json.number("tolerance");
        return DescriptorReader.checked(json, () -> new GoldenSpec(file, inputShape, outputShapes, tolerance));
    }

    private static void checkInput(JsonObject json, List<Long> shape, InputSpec input) throws JsonException {
        boolean first = input.layout() == TensorLayout.NCHW;
        boolean fits = shape.size() == 4
                && shape.stream().allMatch(side -> side > 0)
                && shape.get(first ? 1 : 3) == input.channels().count()
                && (input.anySize()
                        || (shape.get(first ? 2 : 1) == input.height() && shape.get(first ? 3 : 2) == input.width()));
        if (!fits) {
            throw json.error(
                    "inputShape", "must be a batch of the input in layout " + input.layout() + ", found " + shape);
        }
    }

    // As a double, so that absurd sides give an absurd count and not a small one.
    private static double count(List<Long> shape) {
        return shape.stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
    }
}
