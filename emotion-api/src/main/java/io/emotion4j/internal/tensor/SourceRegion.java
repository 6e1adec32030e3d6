package io.emotion4j.internal.tensor;

import io.emotion4j.internal.geometry.Affine;

/**
 * The part of a source that an output shows, in square cells that begin at the source's corner.
 *
 * @param left first column of cells
 * @param top first row of cells
 * @param width columns of cells
 * @param height rows of cells
 */
record SourceRegion(int left, int top, int width, int height) {

    /** How many cells more than those that the output covers, on all sides, as interpolation needs them. */
    private static final int MARGIN = 2;

    /** Never empty: an output that lies all outside needs the cells at the edge. */
    static SourceRegion of(RgbPixels source, Affine toSource, int width, int height, double cell) {
        double x = Math.min(0, toSource.m00() * width) + Math.min(0, toSource.m01() * height) + toSource.m02();
        double y = Math.min(0, toSource.m10() * width) + Math.min(0, toSource.m11() * height) + toSource.m12();
        double w = Math.abs(toSource.m00() * width) + Math.abs(toSource.m01() * height);
        double h = Math.abs(toSource.m10() * width) + Math.abs(toSource.m11() * height);
        int columns = (int) Math.ceil(source.width() / cell);
        int rows = (int) Math.ceil(source.height() / cell);
        int left = clamp(Math.floor(x / cell) - MARGIN, 0, columns - 1);
        int top = clamp(Math.floor(y / cell) - MARGIN, 0, rows - 1);
        int right = clamp(Math.ceil((x + w) / cell) + MARGIN, left + 1, columns);
        int bottom = clamp(Math.ceil((y + h) / cell) + MARGIN, top + 1, rows);
        return new SourceRegion(left, top, right - left, bottom - top);
    }

    private static int clamp(double value, int least, int most) {
        return (int) Math.min(Math.max(value, least), most);
    }
}
