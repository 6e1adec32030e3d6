package io.emotion4j.model;

import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the descriptor's {@code golden} and checks that its shapes fit the input, the outputs and the file's size.
 *
 * @param json the object
 */
record GoldenReader(JsonObject json) {

    static GoldenSpec read(JsonObject json, ModelFile file, InputSpec input, List<String> outputs)
            throws JsonException {
        GoldenReader reader = new GoldenReader(json);
        List<Long> inputShape = json.wholes("inputShape");
        reader.input(inputShape, input);
        Map<String, List<Long>> outputShapes = reader.outputShapes();
        for (String name : outputShapes.keySet()) {
            reader.output(name, outputs);
        }
        reader.bytes(file.bytes(), inputShape, outputShapes);
        float tolerance = (float) json.number("tolerance");
        return DescriptorReader.checked(json, () -> new GoldenSpec(file, inputShape, outputShapes, tolerance));
    }

    Map<String, List<Long>> outputShapes() throws JsonException {
        JsonObject shapes = json.object("outputShapes");
        Map<String, List<Long>> outputShapes = new LinkedHashMap<>();
        for (String name : shapes.keys()) {
            outputShapes.put(name, shapes.wholes(name));
        }
        if (outputShapes.isEmpty()) {
            throw json.error("outputShapes", "is empty; name at least one output");
        }
        return outputShapes;
    }

    void output(String name, List<String> outputs) throws JsonException {
        if (!outputs.contains(name)) {
            throw json.error("outputShapes." + name, "must be one of \"outputs\" " + outputs);
        }
    }

    void bytes(long found, List<Long> inputShape, Map<String, List<Long>> outputShapes) throws JsonException {
        double floats = count(inputShape);
        for (List<Long> shape : outputShapes.values()) {
            floats += count(shape);
        }
        if (floats * Float.BYTES != found) {
            throw json.error(
                    "bytes",
                    String.format(Locale.ROOT, "must be %.0f for these shapes, found %d", floats * Float.BYTES, found));
        }
    }

    void input(List<Long> shape, InputSpec input) throws JsonException {
        boolean first = input.layout() == TensorLayout.NCHW;
        boolean fits = shape.size() == 4
                && Collections.min(shape) > 0
                && shape.get(first ? 1 : 3) == input.channels().count()
                && (input.anySize()
                        || (shape.get(first ? 2 : 1) == input.height() && shape.get(first ? 3 : 2) == input.width()));
        if (!fits) {
            throw json.error(
                    "inputShape",
                    "must be a batch of the input in layout " + input.layout() + ", " + sides(input) + ", found "
                            + shape);
        }
    }

    private static List<String> sides(InputSpec input) {
        String height = input.anySize() ? "height" : String.valueOf(input.height());
        String width = input.anySize() ? "width" : String.valueOf(input.width());
        String channels = String.valueOf(input.channels().count());
        return input.layout() == TensorLayout.NCHW
                ? List.of("pictures", channels, height, width)
                : List.of("pictures", height, width, channels);
    }

    // As a double, so that absurd sides give an absurd count and not a small one.
    private static double count(List<Long> shape) {
        double count = 1;
        for (long side : shape) {
            count *= side;
        }
        return count;
    }
}
