package io.emotion4j.internal.resize;

/**
 * Whole pixels of a picture, or beyond its border.
 *
 * @param x of the left column
 * @param y of the upper row
 * @param width at least 1
 * @param height at least 1
 */
public record Region(int x, int y, int width, int height) {

    /**
     * The part that lies within a picture.
     *
     * @param pictureWidth in pixels
     * @param pictureHeight in pixels
     * @return this region without what is outside; its nearest pixel where all is
     */
    public Region within(int pictureWidth, int pictureHeight) {
        int left = Math.min(Math.max(x, 0), pictureWidth - 1);
        int top = Math.min(Math.max(y, 0), pictureHeight - 1);
        return new Region(
                left,
                top,
                Math.max(1, Math.min(x + width, pictureWidth) - left),
                Math.max(1, Math.min(y + height, pictureHeight) - top));
    }
}
