package io.emotion4j.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One input and the outputs that it must give, compared when the model is loaded. The file holds little-endian float32:
 * the input, then the outputs in order.
 *
 * @param file the file
 * @param inputShape shape of the input
 * @param outputShapes shapes by output name, in the order of the file
 * @param tolerance greatest absolute difference that is let pass
 * @since 0.1.0
 */
public record GoldenSpec(ModelFile file, List<Long> inputShape, Map<String, List<Long>> outputShapes, float tolerance) {

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if there is no output, or the tolerance is not above 0
     */
    public GoldenSpec {
        if (outputShapes.isEmpty()) {
            throw new SpecException("outputShapes", "is empty; name at least one output");
        }
        if (!(tolerance > 0)) {
            throw new SpecException("tolerance", "must be more than 0, found " + tolerance);
        }
        inputShape = List.copyOf(inputShape);
        outputShapes = Collections.unmodifiableMap(new LinkedHashMap<>(outputShapes));
    }
}
