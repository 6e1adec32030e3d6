package io.emotion4j.internal.geometry;

import io.emotion4j.BoundingBox;

/** Crops a face by its box, where there are no landmarks to align it by. */
public final class SquareCrop {

    private SquareCrop() {}

    /**
     * The box made square about its centre and widened. An input that is not square itself shows more of the picture
     * along its longer side.
     *
     * @param box of a face, in pixels of the picture
     * @param margin the part of the square's side that is added on each side; may be negative, above -0.5
     * @param width the input's width, in pixels
     * @param height the input's height, in pixels
     * @return from the input to the picture
     * @throws IllegalArgumentException if the box is empty or nothing of it remains
     */
    public static Affine of(BoundingBox box, double margin, int width, int height) {
        double side = Math.max(box.width(), box.height()) * (1 + 2 * margin);
        if (!(side > 0)) {
            throw new IllegalArgumentException(
                    "A crop needs a box with an area and a margin above -0.5, found " + box + " with margin " + margin);
        }
        double scale = side / Math.min(width, height);
        double centreX = box.x() + box.width() / 2.0;
        double centreY = box.y() + box.height() / 2.0;
        return Affine.scaled(scale, scale, centreX - scale * width / 2, centreY - scale * height / 2);
    }
}
