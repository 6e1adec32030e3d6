package io.emotion4j.evaluation.sample;

import io.emotion4j.evaluation.data.LabelledFace;

/**
 * Gray values with a width and a height.
 *
 * @param width in pixels
 * @param height in pixels
 * @param values row by row, 0..255; not copied
 */
record GrayPlane(int width, int height, float[] values) {

    static GrayPlane of(LabelledFace face) {
        float[] values = new float[face.pixels().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = face.pixels()[i] & 0xff;
        }
        return new GrayPlane(face.width(), face.height(), values);
    }

    /** {@return whether a place lies in the picture; the first pixel covers 0 to 1} */
    boolean holds(double x, double y) {
        return x >= 0 && y >= 0 && x <= width && y <= height;
    }

    /** {@return the value at a place by cubic convolution (Catmull-Rom), which keeps more detail than a bilinear one} */
    double at(double x, double y) {
        double u = x - 0.5;
        double v = y - 0.5;
        int left = (int) Math.floor(u);
        int top = (int) Math.floor(v);
        double sum = 0;
        for (int j = -1; j <= 2; j++) {
            double row = 0;
            for (int i = -1; i <= 2; i++) {
                row += cubic(u - left - i) * pixel(left + i, top + j);
            }
            sum += cubic(v - top - j) * row;
        }
        return sum;
    }

    private float pixel(int x, int y) {
        int inX = Math.max(0, Math.min(width - 1, x));
        int inY = Math.max(0, Math.min(height - 1, y));
        return values[inY * width + inX];
    }

    private static double cubic(double distance) {
        double d = Math.abs(distance);
        if (d < 1) {
            return 1.5 * d * d * d - 2.5 * d * d + 1;
        }
        return d < 2 ? -0.5 * d * d * d + 2.5 * d * d - 4 * d + 2 : 0;
    }
}
