package io.emotion4j.training.classifier;

/**
 * How much the expressions count beside each other in training.
 *
 * @since 0.1.0
 */
public enum ClassBalance {
    /** Every face counts the same. */
    NONE,
    /** Every expression counts the same: a face of a rare one counts more. */
    BALANCED
}
