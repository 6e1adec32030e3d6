package io.emotion4j;

import java.io.Serializable;

/**
 * An upright rectangle in a picture, in pixels from its top left corner. May be empty; the box of a {@link Face} is not.
 *
 * @param x left edge
 * @param y top edge
 * @param width not negative
 * @param height not negative
 * @since 0.1.0
 */
public record BoundingBox(float x, float y, float width, float height) implements Serializable {

    /**
     * Checks the four numbers.
     *
     * @throws IllegalArgumentException if one is not finite or a side is negative
     */
    public BoundingBox {
        if (!Float.isFinite(x) || !Float.isFinite(y) || !(width >= 0) || !(height >= 0)) {
            throw bad(x, y, width, height);
        }
        if (Float.isInfinite(width) || Float.isInfinite(height)) {
            throw bad(x, y, width, height);
        }
    }

    private static IllegalArgumentException bad(float x, float y, float width, float height) {
        return new IllegalArgumentException(
                "A bounding box needs finite numbers and sides that are not negative, found x=" + x + ", y=" + y
                        + ", width=" + width + ", height=" + height);
    }

    /** {@return the right edge} */
    public float right() {
        return x + width;
    }

    /** {@return the bottom edge} */
    public float bottom() {
        return y + height;
    }

    /** {@return width times height, in square pixels} */
    public float area() {
        return width * height;
    }

    /**
     * Intersection over union.
     *
     * @param other the other box
     * @return 0 where the boxes do not overlap (or both are empty), 1 where they are equal; never NaN
     */
    public float iou(BoundingBox other) {
        float w = Math.min(right(), other.right()) - Math.max(x, other.x);
        float h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        float intersection = w * h;
        float iou = intersection / (area() + other.area() - intersection);
        return iou >= 0 && iou <= 1 ? iou : iouOfExtremes(other);
    }

    /** In double, for boxes whose areas are too large or too small for a float. */
    private float iouOfExtremes(BoundingBox other) {
        double w = Math.min((double) x + width, (double) other.x + other.width) - Math.max(x, other.x);
        double h = Math.min((double) y + height, (double) other.y + other.height) - Math.max(y, other.y);
        double intersection = w * h;
        double union = (double) width * height + (double) other.width * other.height - intersection;
        return w > 0 && h > 0 && union > 0 ? (float) Math.min(intersection / union, 1) : 0;
    }
}
