package io.emotion4j.video;

import io.emotion4j.RgbImage;

/** Puts a frame upright: telephones store it as the sensor sees it, with an angle. */
enum FrameTurn {
    NONE,
    CLOCKWISE,
    HALF,
    COUNTER_CLOCKWISE;

    /** The nearest turn to an angle in degrees, clockwise. */
    static FrameTurn of(double degrees) {
        return values()[Math.floorMod(Math.round(degrees / 90), 4)];
    }

    RgbImage apply(int width, int height, byte[] rgb) {
        if (this == NONE) {
            return RgbImage.of(width, height, rgb);
        }
        boolean onItsSide = this != HALF;
        int turnedWidth = onItsSide ? height : width;
        byte[] turned = new byte[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = this == HALF ? width - 1 - x : this == CLOCKWISE ? height - 1 - y : y;
                int row = this == HALF ? height - 1 - y : this == CLOCKWISE ? x : width - 1 - x;
                System.arraycopy(rgb, (y * width + x) * 3, turned, (row * turnedWidth + column) * 3, 3);
            }
        }
        return RgbImage.of(turnedWidth, onItsSide ? width : height, turned);
    }
}
