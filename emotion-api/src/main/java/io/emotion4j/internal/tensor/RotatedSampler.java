package io.emotion4j.internal.tensor;

import io.emotion4j.internal.geometry.Affine;
import java.util.Arrays;

/**
 * Samples through any affine map, by bilinear taps. Shrinking must blur as much as the mean over a pixel's footprint
 * does, or it aliases. (Blurs add up by their variances: twelve times the variance is s² + 1 for a footprint of s
 * source pixels, 2 for the triangle of a bilinear tap.)
 *
 * <ul>
 *   <li>Up to 1:1, one tap an output pixel is enough.
 *   <li>Down to 1:1.73, four taps are averaged, at ± sqrt((s² - 1) / 12) source pixels.
 *   <li>Beyond, the part of the source that is needed is first shrunk by s / 1.73, by area averaging: one pass over
 *       that part. One tap an output pixel then gives exactly the blur that is wanted, since the shrunk pixels'
 *       footprint and a triangle of their size have s² + 1 together if the output's pixels are sqrt(3) of them. The source
 *       is shrunk by steps, up to 1/{@value #STEPS} of an octave more than that, by cells that begin at its corner: a place
 *       that moves a little is sampled from the same shrunk pixels.
 * </ul>
 */
final class RotatedSampler implements RowSampler {

    /**
     * Twelve times the variance that one tap may lack, in pixels that it samples: those of the source, or of the shrunk
     * source.
     */
    private static final double DIRECT = 1;

    private static final double SHRUNK = 3;

    /** By how many factors an octave the source is shrunk. */
    private static final int STEPS = 16;

    /** Rounding must not turn one tap into four. */
    private static final double NEARLY = 1 + 1e-9;

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
        double least = shrink / Math.sqrt(SHRUNK);
        if (least <= 1) {
            return new RotatedSampler(new BilinearTap(source, border), toSource, places(toSource, DIRECT));
        }
        double factor = Math.pow(2, Math.ceil(log2(least) * STEPS) / STEPS);
        SourceRegion region = SourceRegion.of(source, toSource, width, height, factor);
        Affine reduction = Affine.scaled(factor, factor, region.left() * factor, region.top() * factor);
        RowSampler reducer = new AlignedSampler(source, reduction, region.width(), region.height(), border);
        RgbPixels reduced = RgbPixels.sampled(reducer, region.width(), region.height());
        Affine toReduced = reduction.inverse().after(toSource);
        return new RotatedSampler(new BilinearTap(reduced, border), toReduced, places(toReduced, SHRUNK));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private static double[][] places(Affine toSource, double done) {
        double x = spread(toSource.scaleX(), done);
        double y = spread(toSource.scaleY(), done);
        return x == 0 && y == 0
                ? new double[][] {{0.5, 0.5}}
                : new double[][] {{0.5 - x, 0.5 - y}, {0.5 + x, 0.5 - y}, {0.5 - x, 0.5 + y}, {0.5 + x, 0.5 + y}};
    }

    /** Half the distance of two taps, in output pixels. */
    private static double spread(double scale, double done) {
        double lacking = scale * scale - done;
        return lacking < done * NEARLY - done ? 0 : Math.sqrt(lacking / 12) / scale;
    }

    @Override
    public void sample(int y, long[] row) {
        Arrays.fill(row, 0);
        for (double[] place : places) {
            double outputY = y + place[1];
            double sourceX = toSource.x(place[0], outputY);
            double sourceY = toSource.y(place[0], outputY);
            tap.add(sourceX, sourceY, toSource.m00(), toSource.m10(), places.length, row);
        }
    }

    @Override
    public int fractionBits() {
        return BilinearTap.SUM_FRACTION;
    }
}
