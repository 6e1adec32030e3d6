package io.emotion4j.model;

/**
 * A detector's defaults.
 *
 * @param minConfidence least confidence of a face that is reported, 0 to 1; {@code "score"} in a descriptor
 * @param maxOverlap most IoU of two faces that are both reported, as they are found and before any voting, 0 to 1; {@code "nms"} in a
 *     descriptor
 * @param voting from which IoU with a face on others that are found there help to draw its box and landmarks (box voting, Gidaris and
 *     Komodakis 2015), 0 to 1; 1: none does; {@code "voting"} in a descriptor
 * @since 0.1.0
 */
public record ThresholdSpec(float minConfidence, float maxOverlap, float voting) {

    /**
     * Without voting.
     *
     * @param minConfidence least confidence of a face that is reported, 0 to 1
     * @param maxOverlap most IoU of two faces that are both reported, 0 to 1
     */
    public ThresholdSpec(float minConfidence, float maxOverlap) {
        this(minConfidence, maxOverlap, 1);
    }

    /**
     * Checks all three.
     *
     * @throws IllegalArgumentException if one does not lie within 0 to 1
     */
    public ThresholdSpec {
        check("score", minConfidence);
        check("nms", maxOverlap);
        check("voting", voting);
    }

    private static void check(String key, float value) {
        if (!(value >= 0 && value <= 1)) {
            throw new SpecException(key, "must lie within 0 to 1, found " + value);
        }
    }
}
