package io.emotion4j.internal.tensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The weighted mean of several rows of bytes, eight bytes at a time: a long holds four 16-bit lanes, one for each
 * second byte, and bytes times weights that add up to 256 never outgrow their lane. Not thread-safe.
 */
final class RowBlend {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN = 0x00ff00ff00ff00ffL;

    /** The number 1 in each of the four lanes. */
    private static final long EACH = 0x0001000100010001L;

    private static final int HALF = 128;

    private final int length;
    private final long[] evenSums;
    private final long[] oddSums;

    /** For rows of {@code length} bytes. */
    RowBlend(int length) {
        this.length = length;
        evenSums = new long[length / 8];
        oddSums = new long[length / 8];
    }

    /**
     * Writes {@code target[i]}: the sum of {@code rows[from + i + k * stride] * weights[begin + k]} over k, plus the
     * padding, over 256.
     *
     * @param padding gray times its weight; the weights leave room for it
     */
    void blend(byte[] rows, int from, int stride, int[] weights, int begin, int end, int padding, byte[] target) {
        int count = end - begin;
        if (count == 2) {
            two(rows, from, from + stride, weights[begin], weights[begin + 1], padding, target);
        } else if (count == 4) {
            four(rows, from, stride, weights, begin, padding, target);
        } else {
            any(rows, from, stride, weights, begin, end, padding, target);
        }
        for (int i = length & ~7; i < length; i++) {
            int sum = HALF + padding;
            for (int k = begin; k < end; k++) {
                sum += (rows[from + i + (k - begin) * stride] & 0xff) * weights[k];
            }
            target[i] = (byte) (sum >> 8);
        }
    }

    private void any(byte[] rows, int from, int stride, int[] weights, int begin, int end, int padding, byte[] target) {
        Arrays.fill(evenSums, (padding + HALF) * EACH);
        Arrays.fill(oddSums, (padding + HALF) * EACH);
        int k = begin;
        for (; k <= end - 4; k += 4) {
            addFour(rows, from + (k - begin) * stride, stride, weights, k);
        }
        for (; k < end; k++) {
            addOne(rows, from + (k - begin) * stride, weights[k]);
        }
        for (int i = 0; i < evenSums.length; i++) {
            LONGS.set(target, 8 * i, evenSums[i] >>> 8 & EVEN | oddSums[i] & ~EVEN);
        }
    }

    private void four(byte[] rows, int from, int stride, int[] weights, int at, int padding, byte[] target) {
        long rounding = (padding + HALF) * EACH;
        long w0 = weights[at];
        long w1 = weights[at + 1];
        long w2 = weights[at + 2];
        long w3 = weights[at + 3];
        for (int i = 0; i <= length - 8; i += 8) {
            int place = from + i;
            long a = (long) LONGS.get(rows, place);
            long b = (long) LONGS.get(rows, place + stride);
            long c = (long) LONGS.get(rows, place + 2 * stride);
            long d = (long) LONGS.get(rows, place + 3 * stride);
            long even = (a & EVEN) * w0 + (b & EVEN) * w1 + (c & EVEN) * w2 + (d & EVEN) * w3 + rounding;
            long odd = (a >>> 8 & EVEN) * w0
                    + (b >>> 8 & EVEN) * w1
                    + (c >>> 8 & EVEN) * w2
                    + (d >>> 8 & EVEN) * w3
                    + rounding;
            LONGS.set(target, i, even >>> 8 & EVEN | odd & ~EVEN);
        }
    }

    private void two(byte[] rows, int first, int second, int weight, int otherWeight, int padding, byte[] target) {
        long rounding = (padding + HALF) * EACH;
        for (int i = 0; i <= length - 8; i += 8) {
            long a = (long) LONGS.get(rows, first + i);
            long b = (long) LONGS.get(rows, second + i);
            long even = (a & EVEN) * weight + (b & EVEN) * otherWeight + rounding;
            long odd = (a >>> 8 & EVEN) * weight + (b >>> 8 & EVEN) * otherWeight + rounding;
            LONGS.set(target, i, even >>> 8 & EVEN | odd & ~EVEN);
        }
    }

    private void addFour(byte[] rows, int from, int stride, int[] weights, int at) {
        long w0 = weights[at];
        long w1 = weights[at + 1];
        long w2 = weights[at + 2];
        long w3 = weights[at + 3];
        for (int i = 0; i < evenSums.length; i++) {
            int place = from + 8 * i;
            long a = (long) LONGS.get(rows, place);
            long b = (long) LONGS.get(rows, place + stride);
            long c = (long) LONGS.get(rows, place + 2 * stride);
            long d = (long) LONGS.get(rows, place + 3 * stride);
            evenSums[i] += (a & EVEN) * w0 + (b & EVEN) * w1 + (c & EVEN) * w2 + (d & EVEN) * w3;
            oddSums[i] += (a >>> 8 & EVEN) * w0 + (b >>> 8 & EVEN) * w1 + (c >>> 8 & EVEN) * w2 + (d >>> 8 & EVEN) * w3;
        }
    }

    private void addOne(byte[] rows, int from, long weight) {
        for (int i = 0; i < evenSums.length; i++) {
            long a = (long) LONGS.get(rows, from + 8 * i);
            evenSums[i] += (a & EVEN) * weight;
            oddSums[i] += (a >>> 8 & EVEN) * weight;
        }
    }
}
