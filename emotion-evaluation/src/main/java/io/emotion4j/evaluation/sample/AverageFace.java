package io.emotion4j.evaluation.sample;

import io.emotion4j.Point;
import java.util.List;

/**
 * The mean of many faces, each brought to the same shape, brightness and contrast first. Where a face's crop ends, it has no say.
 *
 * @param side of the square, in pixels
 * @param values the mean, about 0 with a deviation of about 1; not copied
 * @param coverage share of the faces that had a say in each pixel
 */
record AverageFace(int side, float[] values, float[] coverage) {

    /**
     * Averages faces.
     *
     * @param faces the faces
     * @param shape where the five landmarks shall lie in the output
     * @param side of the output
     * @return the mean
     */
    static AverageFace of(List<PlacedFace> faces, List<Point> shape, int side) {
        double[] sums = new double[side * side];
        int[] counts = new int[side * side];
        for (PlacedFace face : faces) {
            float[] warped = warp(face, shape, side);
            for (int i = 0; i < sums.length; i++) {
                if (!Float.isNaN(warped[i])) {
                    sums[i] += warped[i];
                    counts[i]++;
                }
            }
        }
        float[] values = new float[sums.length];
        float[] coverage = new float[sums.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (sums[i] / Math.max(1, counts[i]));
            coverage[i] = (float) counts[i] / faces.size();
        }
        return new AverageFace(side, values, coverage);
    }

    /** One face in the output's shape with mean 0 and deviation 1 over the oval of the face; NaN outside of its crop. */
    static float[] warp(PlacedFace face, List<Point> shape, int side) {
        Warp warp = new Warp(shape, face.points());
        GrayPlane from = GrayPlane.of(face.face());
        float[] values = new float[side * side];
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double u = warp.x(x + 0.5, y + 0.5);
                double v = warp.y(x + 0.5, y + 0.5);
                float value = from.holds(u, v) ? (float) from.at(u, v) : Float.NaN;
                values[y * side + x] = value;
                if (!Float.isNaN(value) && inOval(x, y, side, 0.36)) {
                    sum += value;
                    squares += (double) value * value;
                    count++;
                }
            }
        }
        double mean = sum / Math.max(1, count);
        double deviation = Math.sqrt(Math.max(1, squares / Math.max(1, count) - mean * mean));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((values[i] - mean) / deviation);
        }
        return values;
    }

    /** How alike a warped face is to this one over the oval of the face: their correlation, -1 to 1. */
    double likeness(float[] warped) {
        double product = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < warped.length; i++) {
            if (!Float.isNaN(warped[i]) && inOval(i % side, i / side, side, 0.36)) {
                product += (double) warped[i] * values[i];
                own += (double) values[i] * values[i];
                others += (double) warped[i] * warped[i];
            }
        }
        return own == 0 || others == 0 ? 0 : product / Math.sqrt(own * others);
    }

    /** {@return whether a pixel lies in the oval about the middle with the given half width, in sides} */
    static boolean inOval(int x, int y, int side, double halfWidth) {
        double u = ((x + 0.5) / side - 0.5) / halfWidth;
        double v = ((y + 0.5) / side - 0.52) / (halfWidth * 1.2);
        return u * u + v * v <= 1;
    }
}
