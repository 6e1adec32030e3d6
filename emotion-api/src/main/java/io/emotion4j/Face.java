package io.emotion4j;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A face that a detector found.
 *
 * @param box where it is, in pixels of the upright picture; not empty
 * @param confidence how sure the detector is, 0 to 1
 * @param landmarks five points of the face; null where the detector gives none
 * @since 0.1.0
 */
public record Face(
        BoundingBox box, float confidence, @Nullable Landmarks landmarks) implements Serializable {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if {@code box} is null
     * @throws IllegalArgumentException if {@code confidence} is not within 0 to 1, or the box is empty
     */
    public Face {
        Objects.requireNonNull(box, "box");
        if (!(box.width() > 0 && box.height() > 0)) {
            throw new IllegalArgumentException("A face's box has sides above 0, found " + box);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("A face's confidence lies within 0 to 1, found " + confidence);
        }
    }

    /**
     * A face as large as its picture. A classifier adds its margin to such a box as to any other: give a picture that was cut
     * out as its network takes it to {@link EmotionClassifier#classifyCrop}.
     *
     * @param image the picture
     * @return a face of the picture's size with confidence 1 and no landmarks
     */
    public static Face filling(RgbImage image) {
        return new Face(new BoundingBox(0, 0, image.width(), image.height()), 1, null);
    }
}
