package io.emotion4j.benchmarks.picture;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferUShort;
import java.awt.image.WritableRaster;

/** A picture in 16 bits a channel; the lower ones are noise, as a camera's are. */
final class Deep {

    private Deep() {}

    static BufferedImage of(BufferedImage picture) {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(picture.getWidth(), picture.getHeight());
        short[] values = ((DataBufferUShort) raster.getDataBuffer()).getData();
        int i = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                for (int shift = 16; shift >= 0; shift -= 8) {
                    values[i] = (short) ((rgb >> shift & 255) << 8 | i * 7919 & 15);
                    i++;
                }
            }
        }
        return new BufferedImage(model, raster, false, null);
    }
}
