package io.emotion4j;

import java.io.Serializable;
import java.util.concurrent.TimeUnit;

/**
 * Where the time of one analysis went, in milliseconds. Waiting for a place among the analyses in flight is in none of them.
 *
 * @param decode from bytes to pixels; 0 where the picture was given as pixels
 * @param detect finding the faces, pre- and post-processing included
 * @param classify scoring the expressions, pre- and post-processing included
 * @since 0.1.0
 */
public record Timings(double decode, double detect, double classify) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public Timings {
        if (!(decode >= 0 && detect >= 0 && classify >= 0) || Double.isInfinite(decode + detect + classify)) {
            throw new IllegalArgumentException("Times are not negative, and finite, found decode=" + decode
                    + ", detect=" + detect + ", classify=" + classify);
        }
    }

    /** Rounded to microseconds: what lies below is noise. */
    static Timings ofNanos(long decode, long detect, long classify) {
        return new Timings(millis(decode), millis(detect), millis(classify));
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / (double) TimeUnit.MILLISECONDS.toMicros(1);
    }

    /** {@return the sum} */
    public double total() {
        return decode + detect + classify;
    }
}
