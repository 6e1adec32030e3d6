package io.emotion4j.internal.detectors;

/** Lengths of boxes and grids. */
final class Sides {

    /** Sides are given as logarithms. This one is larger than any picture, and its exponential is finite. */
    private static final float MOST_LOG_SIDE = 20;

    private Sides() {}

    /** {@return how many cells of {@code stride} pixels cover a side; the last may lie half outside} */
    static int cells(int side, int stride) {
        return (side + stride - 1) / stride;
    }

    /** {@return the exponential, finite for every number but NaN} */
    static float exp(float log) {
        return (float) Math.exp(Math.min(log, MOST_LOG_SIDE));
    }
}
