package io.emotion4j.model;

/**
 * A detector's defaults.
 *
 * @param score least confidence of a face that is reported, 0 to 1
 * @param nms most IoU of two boxes that are both reported, 0 to 1
 */
public record ThresholdSpec(float score, float nms) {}
