package io.emotion4j.internal.tracking;

import io.emotion4j.BoundingBox;

/** A moving box: its centre follows a {@link FadingLine}, its sides are smoothed exponentially. */
final class BoxFilter {

    private final double halfLife;
    private final FadingLine centerX;
    private final FadingLine centerY;
    private double width = Double.NaN;
    private double height = Double.NaN;

    BoxFilter(double halfLifeSeconds) {
        halfLife = halfLifeSeconds;
        centerX = new FadingLine(halfLifeSeconds);
        centerY = new FadingLine(halfLifeSeconds);
    }

    /** Takes the next box, so many seconds after the last. */
    void add(double seconds, BoundingBox box) {
        centerX.add(seconds, box.x() + box.width() / 2.0);
        centerY.add(seconds, box.y() + box.height() / 2.0);
        double fade = Double.isNaN(width) ? 0 : Fading.weight(seconds, halfLife);
        width = fade == 0 ? box.width() : Fading.towards(width, box.width(), fade);
        height = fade == 0 ? box.height() : Fading.towards(height, box.height(), fade);
    }

    /** The smoothed box, now. */
    BoundingBox box() {
        return new BoundingBox(
                (float) (centerX.at(0) - width / 2), (float) (centerY.at(0) - height / 2), (float) width, (float)
                        height);
    }

    /** Where a box is so many seconds later, if it moves as the smoothed one does. */
    BoundingBox moved(BoundingBox box, double seconds) {
        return new BoundingBox(
                (float) (box.x() + seconds * centerX.slope()),
                (float) (box.y() + seconds * centerY.slope()),
                box.width(),
                box.height());
    }
}
