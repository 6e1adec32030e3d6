package io.emotion4j.internal.mtcnn;

import io.emotion4j.BoundingBox;

/**
 * A place that may show a face, in pixels of the picture; it may lie partly outside.
 *
 * @param left its left edge
 * @param top its upper edge
 * @param right its right edge
 * @param bottom its lower edge
 * @param score of the network that saw it last
 */
record Proposal(float left, float top, float right, float bottom, float score) {

    /** Crops begin and end at whole parts of a pixel, so that engines which differ in the last bit make the same ones. */
    private static final float GRID = 64;

    float width() {
        return right - left;
    }

    float height() {
        return bottom - top;
    }

    /** {@return this place, moved by parts of its sides as a network says} */
    Proposal refined(float[] offsets) {
        return new Proposal(
                left + offsets[0] * width(),
                top + offsets[1] * height(),
                right + offsets[2] * width(),
                bottom + offsets[3] * height(),
                score);
    }

    /** {@return the square about its middle whose side is its longer one, as the next network sees it} */
    Proposal squared() {
        float side = Math.max(1, Math.round(Math.max(width(), height()) * GRID) / GRID);
        float x = Math.round(((left + right) / 2 - side / 2) * GRID) / GRID;
        float y = Math.round(((top + bottom) / 2 - side / 2) * GRID) / GRID;
        return new Proposal(x, y, x + side, y + side, score);
    }

    Proposal scored(float other) {
        return new Proposal(left, top, right, bottom, other);
    }

    /** {@return the part that lies in the picture; its sides may be 0 or less} */
    Proposal clipped(int pictureWidth, int pictureHeight) {
        return new Proposal(
                Math.max(left, 0),
                Math.max(top, 0),
                Math.min(right, pictureWidth),
                Math.min(bottom, pictureHeight),
                score);
    }

    boolean isEmpty() {
        return !(width() > 0 && height() > 0);
    }

    BoundingBox box() {
        return new BoundingBox(left, top, width(), height());
    }

    /** {@return the part of the two that both cover: of their union, or of the smaller one} */
    float overlap(Proposal other, boolean ofSmaller) {
        float w = Math.min(right, other.right) - Math.max(left, other.left);
        float h = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        float own = width() * height();
        float others = other.width() * other.height();
        return w * h / (ofSmaller ? Math.min(own, others) : own + others - w * h);
    }
}
