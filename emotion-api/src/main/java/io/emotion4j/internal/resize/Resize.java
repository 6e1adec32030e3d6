package io.emotion4j.internal.resize;

import io.emotion4j.RgbImage;
import io.emotion4j.model.FaceSpec;

/** Cuts a region out of a picture and resizes it. Rounded to bytes after each step, as it is where pictures are arrays of bytes. */
public final class Resize {

    private Resize() {}

    /**
     * Cuts and resizes.
     *
     * @param image the picture
     * @param region what of it; beyond its border its pixels are repeated
     * @param width of the result
     * @param height of the result
     * @param how not {@link FaceSpec.Resample#SMOOTH}, which needs no whole pixels
     * @param gray whether the result is gray, made so before it is resized
     * @return the result; gray as equal red, green and blue
     */
    public static RgbImage of(
            RgbImage image, Region region, int width, int height, FaceSpec.Resample how, boolean gray) {
        Raster cut = Raster.cut(image, region, gray);
        if (cut.width() == width && cut.height() == height) {
            return cut.picture();
        }
        Raster resized = switch (how) {
            case LINEAR -> LinearResize.of(cut, width, height, false);
            case AREA ->
                width > cut.width() || height > cut.height()
                        ? LinearResize.of(cut, width, height, true)
                        : AreaResize.of(cut, width, height);
            case TRIANGLE -> TriangleResize.of(cut, width, height);
            case SMOOTH -> throw new IllegalArgumentException("SMOOTH is not a way to resize bytes");
        };
        return resized.picture();
    }
}
