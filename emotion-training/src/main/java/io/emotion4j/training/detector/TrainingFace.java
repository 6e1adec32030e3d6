package io.emotion4j.training.detector;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import io.emotion4j.internal.geometry.Affine;
import org.jspecify.annotations.Nullable;

/**
 * A face of a training picture.
 *
 * @param box in pixels of the picture
 * @param landmarks the five points as people marked them, or null where nobody did
 * @param ignored whether it is neither face nor background (too small, doubtful, invalid)
 */
record TrainingFace(BoundingBox box, @Nullable Landmarks landmarks, boolean ignored) {

    float size() {
        return (float) Math.sqrt(Math.max(0, box.width()) * Math.max(0, box.height()));
    }

    TrainingFace moved(int x, int y) {
        BoundingBox there = new BoundingBox(box.x() + x, box.y() + y, box.width(), box.height());
        Landmarks points = landmarks == null ? null : new Affine(1, 0, x, 0, 1, y).map(landmarks);
        return new TrainingFace(there, points, ignored);
    }
}
