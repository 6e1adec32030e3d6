package io.emotion4j.internal.tensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A pixel in a long: red in the lowest bits, then blue, then green, in lanes of 16 bits; sums of {@link BilinearTap} have wider
 * ones. One multiplication scales all three channels, and the weights of a mean add up to 256, so that no lane outgrows its 16 bits.
 */
final class Lanes {

    static final int WEIGHT_BITS = 8;

    /** What the weights of a mean add up to; a mean's lanes hold 0 to 255 * 256. */
    static final int ONE = 1 << WEIGHT_BITS;

    /** The number 1 in each lane. */
    static final long EACH = 0x0000000100010001L;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Lanes() {}

    /** The pixel at three bytes red, green, blue; a fourth byte is read, not used. */
    static long pixel(byte[] rgb, int at) {
        return pixel((int) INTS.get(rgb, at));
    }

    /** The pixel in the lowest three bytes. */
    static long pixel(long bytes) {
        return bytes & 0x00ff00ff | (bytes & 0x0000ff00) << 24;
    }

    /** Eight bytes: two pixels, and two bytes more. */
    static long bytes(byte[] rgb, int at) {
        return (long) LONGS.get(rgb, at);
    }

    /** Of lanes that are {@code width} bits wide. */
    static int red(long lanes, int width) {
        return (int) lanes & (1 << width) - 1;
    }

    static int green(long lanes, int width) {
        return (int) (lanes >>> 2 * width);
    }

    static int blue(long lanes, int width) {
        return (int) (lanes >>> width) & (1 << width) - 1;
    }
}
