package io.emotion4j.evaluation.classifier;

/**
 * Where a figure lies with 95 % probability.
 *
 * @param low lower end
 * @param high upper end
 * @since 0.1.0
 */
public record Interval(double low, double high) {}
