package io.emotion4j.internal.tensor;

import io.emotion4j.internal.geometry.Affine;
import java.util.Arrays;

/**
 * Samples through any affine map, by bilinear taps.
 *
 * <p>One tap an output pixel is enough up to 1:1. Where the source is shrunk, four taps are averaged, set apart so that together
 * they blur as much as the mean over the pixel's footprint. (Variances add: a tap's triangle has 1/6, a footprint of s pixels
 * s²/12 + 1/12, so the taps lie at ± sqrt((s² - 1) / 12); at s = 2 this is exactly the footprint.)
 *
 * <p>Where the source is shrunk by more than 2, the part of it that is needed is first brought to twice the output's resolution by
 * area averaging, one pass over that part and no more. The same sum of variances then puts the taps at ± sqrt((s² - 3) / 12) of
 * its pixels.
 */
final class RotatedSampler implements RowSampler {

    private final BilinearTap tap;
    private final Affine toSource;
    private final double[][] places;

    /** The places are where in an output pixel the taps lie. */
    private RotatedSampler(BilinearTap tap, Affine toSource, double[][] places) {
        this.tap = tap;
        this.toSource = toSource;
        this.places = places;
    }

    static RotatedSampler of(RgbPixels source, Affine toSource, int width, int height, Border border) {
        double shrink = Math.min(toSource.scaleX(), toSource.scaleY());
        if (shrink <= 2) {
            return new RotatedSampler(new BilinearTap(source, border), toSource, places(toSource, 1));
        }
        double factor = shrink / 2;
        SourceRegion region = SourceRegion.of(source, toSource, width, height, 2 * factor);
        int reducedWidth = region.reducedWidth(factor);
        int reducedHeight = region.reducedHeight(factor);
        Affine reduction = Affine.scaled(factor, factor, region.left(), region.top());
        RowSampler reducer = new AlignedSampler(source, reduction, reducedWidth, reducedHeight, border);
        RgbPixels reduced = RgbPixels.sampled(reducer, reducedWidth, reducedHeight);
        Affine toReduced = reduction.inverse().after(toSource);
        return new RotatedSampler(new BilinearTap(reduced, border), toReduced, places(toReduced, 3));
    }

    private static double[][] places(Affine toSource, int done) {
        double x = spread(toSource.scaleX(), done);
        double y = spread(toSource.scaleY(), done);
        return x == 0 && y == 0
                ? new double[][] {{0.5, 0.5}}
                : new double[][] {{0.5 - x, 0.5 - y}, {0.5 + x, 0.5 - y}, {0.5 - x, 0.5 + y}, {0.5 + x, 0.5 + y}};
    }

    /** Half the distance of two taps, in output pixels; {@code done} is twelve times the variance that needs no adding. */
    private static double spread(double scale, int done) {
        return scale * scale <= done ? 0 : Math.sqrt((scale * scale - done) / 12) / scale;
    }

    @Override
    public void sample(int y, int[] red, int[] green, int[] blue) {
        Arrays.fill(red, 0);
        Arrays.fill(green, 0);
        Arrays.fill(blue, 0);
        for (double[] place : places) {
            double outputY = y + place[1];
            double sourceX = toSource.x(place[0], outputY);
            double sourceY = toSource.y(place[0], outputY);
            tap.add(sourceX, sourceY, toSource.m00(), toSource.m10(), red, green, blue);
        }
        int shift = places.length == 1 ? 8 : 10;
        scaleDown(red, shift);
        scaleDown(green, shift);
        scaleDown(blue, shift);
    }

    private static void scaleDown(int[] sums, int shift) {
        int half = 1 << shift - 1;
        for (int x = 0; x < sums.length; x++) {
            sums[x] = sums[x] + half >> shift;
        }
    }
}
