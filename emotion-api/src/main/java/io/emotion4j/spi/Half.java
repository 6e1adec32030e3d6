package io.emotion4j.spi;

/** IEEE 754 binary16, for which Java 17 has no conversion of its own. */
final class Half {

    private static final int FRACTION = 0x3ff;
    private static final int INFINITE = 0x7c00;
    /** Bits of the least float that is normal as a half, and of the least that rounds to infinity. */
    private static final int LEAST_NORMAL = 0x38800000;

    private static final int TOO_LARGE = 0x477ff000;

    private Half() {}

    static float toFloat(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & FRACTION;
        float size;
        if (exponent == 0x1f) {
            size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            size = Math.scalb((float) fraction, -24);
        } else {
            size = Math.scalb((float) (fraction | FRACTION + 1), exponent - 25);
        }
        return bits < 0 ? -size : size;
    }

    /** The nearest; of two, the even one. */
    static short of(float number) {
        int bits = Float.floatToIntBits(number);
        int sign = bits >>> 16 & 0x8000;
        int size = bits & 0x7fffffff;
        int half;
        if (Float.isNaN(number)) {
            half = INFINITE | 1 << 9;
        } else if (size >= TOO_LARGE) {
            half = INFINITE;
        } else if (size >= LEAST_NORMAL) {
            int shifted = size - 0x38000000;
            half = shifted + 0xfff + (shifted >> 13 & 1) >> 13;
        } else {
            half = (int) Math.rint(Math.scalb(Math.abs(number), 24));
        }
        return (short) (sign | half);
    }
}
