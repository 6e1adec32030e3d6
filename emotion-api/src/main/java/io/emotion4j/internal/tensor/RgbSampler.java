package io.emotion4j.internal.tensor;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.internal.image.PixelAccess;

/**
 * Samples a picture from a picture exactly as {@link TensorWriter} does, rounded to bytes: what a network sees, to look
 * at.
 */
public final class RgbSampler {

    private RgbSampler() {}

    /**
     * Samples a picture.
     *
     * @param image the source
     * @param toSource from places in the result to places in {@code image}
     * @param width the result's width, in pixels
     * @param height the result's height, in pixels
     * @param border what lies outside {@code image}
     * @return the part of {@code image} that the map shows
     */
    public static RgbImage sample(RgbImage image, Affine toSource, int width, int height, Border border) {
        RowSampler sampler = RowSampler.of(RgbPixels.of(image), toSource, width, height, border);
        RgbPixels sampled = RgbPixels.sampled(sampler, width, height);
        return PixelAccess.wrap(width, height, sampled.rgb());
    }
}
