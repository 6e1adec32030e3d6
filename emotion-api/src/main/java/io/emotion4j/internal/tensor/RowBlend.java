package io.emotion4j.internal.tensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The weighted mean of several rows of bytes, eight bytes at a time: a long holds four 16-bit lanes, and a byte times weights that
 * add up to 256 never outgrows its lane.
 */
final class RowBlend {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;
    private static final long HALF = 0x0080008000800080L;

    private RowBlend() {}

    /**
     * Writes {@code target[to + i]} for i from 0 to length - 1: the mean of {@code source[from + i + k * stride]} over the weights
     * k, plus the padding.
     *
     * @param padding gray times its weight, to which the other weights leave room
     */
    static void blend(
            byte[] source,
            int from,
            int stride,
            int[] weights,
            int begin,
            int end,
            int padding,
            byte[] target,
            int to,
            int length) {
        long rounding = HALF + padding * 0x0001000100010001L;
        int i = 0;
        for (; i <= length - 8; i += 8) {
            long even = rounding;
            long odd = rounding;
            int at = from + i;
            for (int k = begin; k < end; k++) {
                long bytes = (long) LONGS.get(source, at);
                even += (bytes & EVEN_BYTES) * weights[k];
                odd += (bytes >>> 8 & EVEN_BYTES) * weights[k];
                at += stride;
            }
            LONGS.set(target, to + i, even >>> 8 & EVEN_BYTES | odd & ~EVEN_BYTES);
        }
        for (; i < length; i++) {
            int sum = 128 + padding;
            for (int k = begin; k < end; k++) {
                sum += (source[from + i + (k - begin) * stride] & 0xff) * weights[k];
            }
            target[to + i] = (byte) (sum >> 8);
        }
    }
}
