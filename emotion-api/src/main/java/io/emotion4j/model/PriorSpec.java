package io.emotion4j.model;

import io.emotion4j.Emotion;
import java.util.Map;

/**
 * How often a classifier's training data showed each expression, and how far that is taken back out of its answers.
 *
 * @param shares a share above 0 for each label; their sum is 1 to a hundredth
 * @param strength 0 to 1: of the correction towards even shares that is made unless the caller {@linkplain
 *     io.emotion4j.EmotionAnalyzerBuilder#prior wants another}; 0 for none
 * @since 0.1.0
 */
public record PriorSpec(Map<Emotion, Float> shares, float strength) {

    private static final float SUM_TOLERANCE = 0.01f;

    /**
     * Copies the shares and checks all.
     *
     * @throws IllegalArgumentException if a number is not as said above
     */
    public PriorSpec {
        shares = ModelDescriptor.copy(shares);
        float sum = 0;
        for (float share : shares.values()) {
            if (!(share > 0 && share <= 1)) {
                throw new SpecException("shares", "must lie above 0 and at most 1 each, found " + shares);
            }
            sum += share;
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new SpecException("shares", "must have the sum 1, found " + sum + " of " + shares);
        }
        if (!(strength >= 0 && strength <= 1)) {
            throw new SpecException("strength", "must lie within 0 to 1, found " + strength);
        }
    }
}
