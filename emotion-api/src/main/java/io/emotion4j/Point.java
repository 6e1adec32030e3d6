package io.emotion4j;

/**
 * A place in a picture, in pixels from its top left corner. Pixel centres lie at half-integers: the first pixel covers
 * 0 to 1.
 *
 * @param x to the right
 * @param y downwards
 */
public record Point(float x, float y) {}
