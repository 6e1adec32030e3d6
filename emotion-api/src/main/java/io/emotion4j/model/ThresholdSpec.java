package io.emotion4j.model;

/**
 * A detector's defaults.
 *
 * @param minConfidence least confidence of a face that is reported, 0 to 1; {@code "score"} in a descriptor
 * @param maxOverlap most IoU of two faces that are both reported, 0 to 1; {@code "nms"} in a descriptor
 * @since 0.1.0
 */
public record ThresholdSpec(float minConfidence, float maxOverlap) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one does not lie within 0 to 1
     */
    public ThresholdSpec {
        check("score", minConfidence);
        check("nms", maxOverlap);
    }

    private static void check(String key, float value) {
        if (!(value >= 0 && value <= 1)) {
            throw new SpecException(key, "must lie within 0 to 1, found " + value);
        }
    }
}
