package io.emotion4j.internal.image;

import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.Raster;

/**
 * Where the samples of a gray or RGB raster lie, with or without alpha, interleaved or in planes.
 *
 * @param banks which array holds red, green, blue, alpha
 * @param offsets where in it the first pixel's sample lies
 * @param pixelStride from one sample to that of the pixel on the right
 * @param rowStride from one sample to that of the pixel below
 * @param hasAlpha whether the fourth entries mean anything
 * @param premultiplied whether colours are multiplied by their alpha
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record SampleLayout(
        int[] banks, int[] offsets, int pixelStride, int rowStride, boolean hasAlpha, boolean premultiplied) {

    static SampleLayout of(Raster raster, ColorModel colors) {
        ComponentSampleModel samples = (ComponentSampleModel) raster.getSampleModel();
        int[] bands = colors.getNumColorComponents() == 1 ? new int[] {0, 0, 0, 1} : new int[] {0, 1, 2, 3};
        int[] banks = new int[4];
        int[] offsets = new int[4];
        int originX = raster.getMinX() - raster.getSampleModelTranslateX();
        int originY = raster.getMinY() - raster.getSampleModelTranslateY();
        for (int i = 0; i < (colors.hasAlpha() ? 4 : 3); i++) {
            banks[i] = samples.getBankIndices()[bands[i]];
            offsets[i] = samples.getOffset(originX, originY, bands[i])
                    + raster.getDataBuffer().getOffsets()[banks[i]];
        }
        return new SampleLayout(
                banks,
                offsets,
                samples.getPixelStride(),
                samples.getScanlineStride(),
                colors.hasAlpha(),
                colors.isAlphaPremultiplied());
    }
}
