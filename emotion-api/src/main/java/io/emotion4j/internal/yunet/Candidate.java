package io.emotion4j.internal.yunet;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;

/**
 * A cell that scored high enough. Its landmarks are decoded only if it outlives suppression.
 *
 * @param box in pixels of the picture
 * @param score 0 to 1
 * @param level where its landmarks are
 * @param cell which cell of that level
 */
record Candidate(BoundingBox box, float score, YuNetLevel level, int cell) {

    Face toFace() {
        return new Face(box, score, level.landmarks(cell));
    }
}
