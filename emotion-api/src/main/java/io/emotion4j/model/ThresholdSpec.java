package io.emotion4j.model;

/**
 * A detector's defaults.
 *
 * @param minConfidence least confidence of a face that is reported, 0 to 1; {@code "score"} in a descriptor
 * @param maxOverlap most IoU of two faces that are both reported, as they are found and before any voting, 0 to 1; {@code "nms"} in a
 *     descriptor
 * @param voting from which IoU with a face on others that are found there help to draw its box and landmarks (box voting, Gidaris and
 *     Komodakis 2015), 0 to 1; 1: none does; {@code "voting"} in a descriptor
 * @param voters how many finds a face usually has, 1 to {@value #MOST_VOTERS}: with voting, the confidence of a face is then that of all of
 *     them together, on the scale of one; 0: the confidence of the surest; {@code "voters"} in a descriptor
 * @since 0.1.0
 */
public record ThresholdSpec(float minConfidence, float maxOverlap, float voting, float voters) {

    private static final int MOST_VOTERS = 100;

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
     * With the confidence of the surest find.
     *
     * @param minConfidence least confidence of a face that is reported, 0 to 1
     * @param maxOverlap most IoU of two faces that are both reported, 0 to 1
     * @param voting from which IoU with a face on others help to draw it, 0 to 1
     */
    public ThresholdSpec(float minConfidence, float maxOverlap, float voting) {
        this(minConfidence, maxOverlap, voting, 0);
    }

    /**
     * Checks all four.
     *
     * @throws IllegalArgumentException if one does not lie within its range, or there are voters and no voting
     */
    public ThresholdSpec {
        check("score", minConfidence);
        check("nms", maxOverlap);
        check("voting", voting);
        if (voters != 0 && !(voters >= 1 && voters <= MOST_VOTERS)) {
            throw new SpecException(
                    "voters", "must lie within 1 to " + MOST_VOTERS + ", or be left out, found " + voters);
        }
        if (voters > 0 && voting == 1) {
            throw new SpecException(
                    "voters", "needs \"voting\", the overlap from which on finds vote; give it or leave both out");
        }
    }

    private static void check(String key, float value) {
        if (!(value >= 0 && value <= 1)) {
            throw new SpecException(key, "must lie within 0 to 1, found " + value);
        }
    }
}
