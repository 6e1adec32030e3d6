package io.emotion4j.internal.tensor;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;

/** The definition of sampling, spelled out slowly in doubles. */
final class Reference {

    private Reference() {}

    /**
     * The mean of the source over an output pixel's footprint, never narrower than a source pixel; for axis-aligned
     * maps.
     */
    static double area(RgbImage source, Affine toSource, int x, int y, int channel, Border border) {
        double width = Math.max(1, Math.abs(toSource.m00()));
        double height = Math.max(1, Math.abs(toSource.m11()));
        double left = toSource.x(x + 0.5, y + 0.5) - width / 2;
        double top = toSource.y(x + 0.5, y + 0.5) - height / 2;
        double sum = 0;
        for (int row = (int) Math.floor(top); row < top + height; row++) {
            double h = Math.min(row + 1, top + height) - Math.max(row, top);
            for (int column = (int) Math.floor(left); column < left + width; column++) {
                double w = Math.min(column + 1, left + width) - Math.max(column, left);
                sum += w * h * pixel(source, column, row, channel, border);
            }
        }
        return sum / (width * height);
    }

    /** Bilinear interpolation; for any map. */
    static double bilinear(RgbImage source, Affine toSource, int x, int y, int channel, Border border) {
        Affine turned = Affine.scaled(1, 1, toSource.x(x + 0.5, y + 0.5) - 0.5, toSource.y(x + 0.5, y + 0.5) - 0.5);
        return area(source, turned, 0, 0, channel, border);
    }

    private static int pixel(RgbImage source, int column, int row, int channel, Border border) {
        int x = Math.min(Math.max(column, 0), source.width() - 1);
        int y = Math.min(Math.max(row, 0), source.height() - 1);
        boolean outside = x != column || y != row;
        return outside && !border.replicates() ? border.value() : PaintedPictures.channel(source, x, y, channel);
    }
}
