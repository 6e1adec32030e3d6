package io.emotion4j.training.detector;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import org.jspecify.annotations.Nullable;

/**
 * A face of a training picture.
 *
 * @param box in pixels of the picture
 * @param landmarks the five points as people marked them, or null where nobody did
 * @param ignored whether it is neither face nor background (too small, doubtful, invalid)
 */
record FaceTruth(BoundingBox box, @Nullable Landmarks landmarks, boolean ignored) {

    float size() {
        return (float) Math.sqrt(Math.max(0, box.width()) * Math.max(0, box.height()));
    }
}
