package io.emotion4j.internal.image;

import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** Rasters of 8-bit gray or RGB samples, with or without alpha. */
final class BytePixels {

    private BytePixels() {}

    static byte[] toRgb(Raster raster, ColorModel colors) {
        SampleLayout layout = SampleLayout.of(raster, colors);
        byte[][] data = ((DataBufferByte) raster.getDataBuffer()).getBankData();
        byte[] rgb = new byte[raster.getWidth() * raster.getHeight() * 3];
        for (int y = 0; y < raster.getHeight(); y++) {
            int start = y * raster.getWidth() * 3;
            int end = start + raster.getWidth() * 3;
            int source = y * layout.rowStride();
            if (!layout.hasAlpha()) {
                opaque(data, layout, source, rgb, start, end);
            } else {
                transparent(data, layout, source, rgb, start, end);
            }
        }
        return rgb;
    }

    private static void opaque(byte[][] data, SampleLayout at, int row, byte[] rgb, int start, int end) {
        byte[] red = data[at.banks()[0]];
        byte[] green = data[at.banks()[1]];
        byte[] blue = data[at.banks()[2]];
        int r = row + at.offsets()[0];
        int g = row + at.offsets()[1];
        int b = row + at.offsets()[2];
        int step = at.pixelStride();
        for (int i = start; i < end; i += 3) {
            rgb[i] = red[r];
            rgb[i + 1] = green[g];
            rgb[i + 2] = blue[b];
            r += step;
            g += step;
            b += step;
        }
    }

    private static void transparent(byte[][] data, SampleLayout at, int row, byte[] rgb, int start, int end) {
        byte[] alphas = data[at.banks()[3]];
        int a = row + at.offsets()[3];
        for (int channel = 0; channel < 3; channel++) {
            byte[] colours = data[at.banks()[channel]];
            int c = row + at.offsets()[channel];
            int alpha = a;
            for (int i = start + channel; i < end; i += 3) {
                rgb[i] = (byte) White.under(colours[c] & 0xff, alphas[alpha] & 0xff, at.premultiplied());
                c += at.pixelStride();
                alpha += at.pixelStride();
            }
        }
    }
}
