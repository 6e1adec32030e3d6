package io.emotion4j.internal.haar;

import io.emotion4j.model.DecoderSpec;
import java.util.List;

/**
 * What a descriptor may say in {@code "decoder"}; the names and defaults are those of OpenCV's {@code detectMultiScale}.
 *
 * @param scaleFactor how much larger faces are at each step
 * @param minNeighbors how many places that overlap make a face
 * @param minFaceSize the smallest face, in pixels of the picture as it is seen; the cascade's own window is the least
 */
public record HaarSettings(double scaleFactor, int minNeighbors, int minFaceSize) {

    /**
     * Reads them.
     *
     * @param decoder the descriptor's
     * @return the settings
     * @throws IllegalArgumentException if one is unknown or wrong
     */
    public static HaarSettings of(DecoderSpec decoder) {
        decoder.allow(List.of("scaleFactor", "minNeighbors", "minFaceSize"));
        double factor = decoder.number("scaleFactor", 1.1);
        if (!(factor >= 1.01 && factor <= 10)) {
            throw new IllegalArgumentException("\"decoder.scaleFactor\" must lie within 1.01 to 10, found " + factor);
        }
        return new HaarSettings(
                factor, decoder.whole("minNeighbors", 3, 1, 1000), decoder.whole("minFaceSize", 0, 0, 8192));
    }
}
