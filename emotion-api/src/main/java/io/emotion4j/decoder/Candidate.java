package io.emotion4j.decoder;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.Landmarks;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A face that is sure enough, in pixels of the picture; few candidates are asked for their landmarks. */
record Candidate(
        BoundingBox box, float confidence, @Nullable Supplier<Landmarks> landmarks) {

    Face face() {
        return new Face(box, confidence, landmarks == null ? null : landmarks.get());
    }
}
