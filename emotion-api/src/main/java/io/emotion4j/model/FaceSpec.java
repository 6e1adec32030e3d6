package io.emotion4j.model;

import io.emotion4j.Landmarks;
import org.jspecify.annotations.Nullable;

/**
 * How a face is placed in a classifier's input.
 *
 * @param margin the part of the box's side that is added on each side where a face has no landmarks; the crop is the box
 *     made square about its centre
 * @param template where the five landmarks lie in the input, in pixels of the input; null where faces are not aligned
 * @since 0.1.0
 */
public record FaceSpec(float margin, @Nullable Landmarks template) {

    /**
     * Checks the margin.
     *
     * @throws IllegalArgumentException if it does not lie within -0.4 to 4
     */
    public FaceSpec {
        if (!(margin >= -0.4f && margin <= 4)) {
            throw new SpecException("margin", "lies within -0.4 to 4 of the box's side, found " + margin);
        }
    }
}
