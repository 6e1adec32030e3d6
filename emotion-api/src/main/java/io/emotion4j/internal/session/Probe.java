package io.emotion4j.internal.session;

import io.emotion4j.RgbImage;
import java.util.Arrays;

/** The picture that a model is tried out with when it is loaded. */
final class Probe {

    private Probe() {}

    /** {@return an even gray} */
    static RgbImage gray(int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        Arrays.fill(pixels, (byte) 128);
        return RgbImage.of(width, height, pixels);
    }
}
