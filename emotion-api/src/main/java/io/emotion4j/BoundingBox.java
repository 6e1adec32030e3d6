package io.emotion4j;

/**
 * An upright rectangle in a picture, in pixels from its top left corner.
 *
 * @param x left edge
 * @param y top edge
 * @param width not negative
 * @param height not negative
 */
public record BoundingBox(float x, float y, float width, float height) {

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
     * @return 0 where the boxes do not overlap (or both are empty), 1 where they are equal
     */
    public float iou(BoundingBox other) {
        float w = Math.min(right(), other.right()) - Math.max(x, other.x);
        float h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        float intersection = w * h;
        return intersection / (area() + other.area() - intersection);
    }
}
