package io.emotion4j;

/**
 * Where the time of one analysis went, in nanoseconds.
 *
 * @param decodeNanos from bytes to pixels; 0 where the picture was given decoded
 * @param detectNanos finding the faces, pre- and post-processing included
 * @param classifyNanos scoring the expressions, pre- and post-processing included
 */
public record Timings(long decodeNanos, long detectNanos, long classifyNanos) {

    /** {@return the sum} */
    public long totalNanos() {
        return decodeNanos + detectNanos + classifyNanos;
    }
}
