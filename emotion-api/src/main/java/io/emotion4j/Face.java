package io.emotion4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A face that a detector found.
 *
 * @param box where it is, in pixels of the upright picture
 * @param confidence how sure the detector is, 0 to 1
 * @param landmarks five points of the face; null where the detector gives none
 */
public record Face(
        BoundingBox box, float confidence, @Nullable Landmarks landmarks) {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if {@code box} is null
     * @throws IllegalArgumentException if {@code confidence} is not within 0 to 1
     */
    public Face {
        Objects.requireNonNull(box, "box");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("A face's confidence lies within 0 to 1, found " + confidence);
        }
    }

    /**
     * The face that fills a picture: for crops that were cut elsewhere and need no detection.
     *
     * @param image the picture
     * @return a face of the picture's size with confidence 1 and no landmarks
     */
    public static Face filling(RgbImage image) {
        return new Face(new BoundingBox(0, 0, image.width(), image.height()), 1, null);
    }
}
