package io.emotion4j;

import java.io.Serializable;

/**
 * A place in a picture, in pixels from its top left corner. Pixel centres lie at half-integers: the first pixel covers
 * 0 to 1.
 *
 * @param x to the right
 * @param y downwards
 * @since 0.1.0
 */
public record Point(float x, float y) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    public Point {
        if (!Float.isFinite(x) || !Float.isFinite(y)) {
            throw new IllegalArgumentException("A point needs finite numbers, found x=" + x + ", y=" + y);
        }
    }
}
