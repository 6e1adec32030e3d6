package io.emotion4j.internal.image;

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Rasters with a palette, 1 to 16 bits a pixel. */
final class IndexedPixels {

    private IndexedPixels() {}

    static byte[] toRgb(Raster raster, IndexColorModel palette) {
        byte[] colours = new byte[palette.getMapSize() * 3];
        for (int i = 0; i < palette.getMapSize(); i++) {
            White.putOver(palette.getRGB(i), colours, 3 * i);
        }
        int last = palette.getMapSize() - 1;
        int width = raster.getWidth();
        byte[] rgb = new byte[width * raster.getHeight() * 3];
        int[] row = new int[width];
        int target = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int index : row) {
                // A broken file may name colours that its palette lacks.
                int colour = 3 * Math.min(index, last);
                rgb[target] = colours[colour];
                rgb[target + 1] = colours[colour + 1];
                rgb[target + 2] = colours[colour + 2];
                target += 3;
            }
        }
        return rgb;
    }
}
