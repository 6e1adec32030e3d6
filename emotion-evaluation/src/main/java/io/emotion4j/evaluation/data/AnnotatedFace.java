package io.emotion4j.evaluation.data;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import org.jspecify.annotations.Nullable;

/**
 * A face that people marked in a picture.
 *
 * @param box where, in pixels of the picture; without an area where the data marks none
 * @param invalid whether it is too small, blurred or hidden to be judged by: WIDER FACE's mark
 * @param landmarks its five points, or null where nobody marked them
 * @since 0.1.0
 */
public record AnnotatedFace(
        BoundingBox box, boolean invalid, @Nullable Landmarks landmarks) {}
