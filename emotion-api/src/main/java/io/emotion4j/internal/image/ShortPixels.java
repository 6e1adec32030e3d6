package io.emotion4j.internal.image;

import java.awt.image.ColorModel;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;

/** Rasters of 16-bit gray or RGB samples, with or without alpha. */
final class ShortPixels {

    private ShortPixels() {}

    static byte[] toRgb(Raster raster, ColorModel colors) {
        SampleLayout layout = SampleLayout.of(raster, colors);
        short[][] data = ((DataBufferUShort) raster.getDataBuffer()).getBankData();
        short[] alphas = data[layout.banks()[3]];
        byte[] rgb = new byte[raster.getWidth() * raster.getHeight() * 3];
        for (int channel = 0; channel < 3; channel++) {
            short[] colours = data[layout.banks()[channel]];
            for (int y = 0; y < raster.getHeight(); y++) {
                int c = y * layout.rowStride() + layout.offsets()[channel];
                int a = y * layout.rowStride() + layout.offsets()[3];
                int target = y * raster.getWidth() * 3 + channel;
                for (int x = 0; x < raster.getWidth(); x++) {
                    int alpha = layout.hasAlpha() ? toByte(alphas[a]) : 255;
                    int colour = toByte(colours[c]);
                    rgb[target] = (byte) White.under(colour, alpha, layout.premultiplied());
                    c += layout.pixelStride();
                    a += layout.pixelStride();
                    target += 3;
                }
            }
        }
        return rgb;
    }

    /** 65535 becomes 255; rounded. */
    static int toByte(short sample) {
        return ((sample & 0xffff) * 255 + 32895) >>> 16;
    }
}
