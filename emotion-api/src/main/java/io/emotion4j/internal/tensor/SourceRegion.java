package io.emotion4j.internal.tensor;

import io.emotion4j.internal.geometry.Affine;

/**
 * The part of a source that an output shows.
 *
 * @param left first column
 * @param top first row
 * @param right column after the last
 * @param bottom row after the last
 */
record SourceRegion(int left, int top, int right, int bottom) {

    /** Never empty: an output that lies all outside needs the pixels at the edge. */
    static SourceRegion of(RgbPixels source, Affine toSource, int width, int height, double margin) {
        double x = Math.min(0, toSource.m00() * width) + Math.min(0, toSource.m01() * height) + toSource.m02();
        double y = Math.min(0, toSource.m10() * width) + Math.min(0, toSource.m11() * height) + toSource.m12();
        double w = Math.abs(toSource.m00() * width) + Math.abs(toSource.m01() * height);
        double h = Math.abs(toSource.m10() * width) + Math.abs(toSource.m11() * height);
        int left = clamp(Math.floor(x - margin), 0, source.width() - 1);
        int top = clamp(Math.floor(y - margin), 0, source.height() - 1);
        int right = clamp(Math.ceil(x + w + margin), left + 1, source.width());
        int bottom = clamp(Math.ceil(y + h + margin), top + 1, source.height());
        return new SourceRegion(left, top, right, bottom);
    }

    private static int clamp(double value, int least, int most) {
        return (int) Math.min(Math.max(value, least), most);
    }

    int reducedWidth(double factor) {
        return (int) Math.ceil((right - left) / factor);
    }

    int reducedHeight(double factor) {
        return (int) Math.ceil((bottom - top) / factor);
    }
}
