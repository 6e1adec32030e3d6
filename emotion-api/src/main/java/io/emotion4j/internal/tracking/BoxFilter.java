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

    /** Where the box is so many seconds after the last one, if it moves on as it did; its size stays. */
    BoundingBox at(double seconds) {
        return new BoundingBox(
                (float) (centerX.at(seconds) - width / 2),
                (float) (centerY.at(seconds) - height / 2),
                (float) width,
                (float) height);
    }
}
