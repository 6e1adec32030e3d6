package io.emotion4j.internal.image;

import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;

/** Rasters with one int a pixel, 8 bits a channel in any order. */
final class PackedPixels {

    private PackedPixels() {}

    static boolean hasByteMasks(DirectColorModel colors) {
        for (int mask : colors.getMasks()) {
            if (mask >>> Integer.numberOfTrailingZeros(mask) != 0xff) {
                return false;
            }
        }
        return colors.getColorSpace().isCS_sRGB();
    }

    static byte[] toRgb(Raster raster, DirectColorModel colors) {
        SinglePixelPackedSampleModel samples = (SinglePixelPackedSampleModel) raster.getSampleModel();
        DataBufferInt buffer = (DataBufferInt) raster.getDataBuffer();
        int[] data = buffer.getData();
        int red = Integer.numberOfTrailingZeros(colors.getRedMask());
        int green = Integer.numberOfTrailingZeros(colors.getGreenMask());
        int blue = Integer.numberOfTrailingZeros(colors.getBlueMask());
        int alpha = colors.hasAlpha() ? Integer.numberOfTrailingZeros(colors.getAlphaMask()) : -1;
        int originX = raster.getMinX() - raster.getSampleModelTranslateX();
        int originY = raster.getMinY() - raster.getSampleModelTranslateY();
        byte[] rgb = new byte[raster.getWidth() * raster.getHeight() * 3];
        int target = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            int row = buffer.getOffset() + samples.getOffset(originX, originY + y);
            for (int i = row; i < row + raster.getWidth(); i++) {
                int pixel = data[i];
                int r = pixel >>> red & 0xff;
                int g = pixel >>> green & 0xff;
                int b = pixel >>> blue & 0xff;
                if (alpha >= 0) {
                    int a = pixel >>> alpha & 0xff;
                    boolean multiplied = colors.isAlphaPremultiplied();
                    r = White.under(r, a, multiplied);
                    g = White.under(g, a, multiplied);
                    b = White.under(b, a, multiplied);
                }
                rgb[target] = (byte) r;
                rgb[target + 1] = (byte) g;
                rgb[target + 2] = (byte) b;
                target += 3;
            }
        }
        return rgb;
    }
}
