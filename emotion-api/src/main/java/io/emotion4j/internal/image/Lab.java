package io.emotion4j.internal.image;

/** CIE L*a*b* of white D50, the one of ICC profiles, to sRGB. */
final class Lab {

    private static final int STEPS = 4096;
    private static final byte[] GAMMA = new byte[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double linear = (double) i / STEPS;
            double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            GAMMA[i] = (byte) Math.round(255 * value);
        }
    }

    private Lab() {}

    /** Lightness 0 to 255, colours -128 to 127. */
    static void toRgb(int lightness, int a, int b, byte[] rgb, int at) {
        double fy = (lightness * (100 / 255.0) + 16) / 116;
        double x = 0.9642 * cube(fy + a / 500.0);
        double y = cube(fy);
        double z = 0.8249 * cube(fy - b / 200.0);
        // sRGB's primaries, adapted from D65 to D50 by Bradford's method.
        rgb[at] = gamma(3.1338561 * x - 1.6168667 * y - 0.4906146 * z);
        rgb[at + 1] = gamma(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z);
        rgb[at + 2] = gamma(0.0719453 * x - 0.2289914 * y + 1.4052427 * z);
    }

    private static double cube(double f) {
        return f > 6.0 / 29 ? f * f * f : (f - 4.0 / 29) * (108.0 / 841);
    }

    private static byte gamma(double linear) {
        return GAMMA[(int) (Math.max(0, Math.min(1, linear)) * STEPS + 0.5)];
    }
}
