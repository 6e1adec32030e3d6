package io.emotion4j.internal.image;

import io.emotion4j.RgbImage;

/** How far two pictures of one size are apart. */
final class Difference {

    private Difference() {}

    /** The mean over all samples, in levels. */
    static double mean(RgbImage one, RgbImage other) {
        byte[] a = one.toRgbBytes();
        byte[] b = other.toRgbBytes();
        if (one.width() != other.width() || one.height() != other.height()) {
            throw new AssertionError(one + " against " + other);
        }
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        return (double) sum / a.length;
    }
}
