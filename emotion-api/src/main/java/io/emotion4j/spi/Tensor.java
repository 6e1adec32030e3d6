package io.emotion4j.spi;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Float32 numbers and their shape, in row-major order. The buffer is shared, not copied; who may write to it when is
 * said where tensors are passed.
 */
public final class Tensor {

    private final FloatBuffer data;
    private final long[] shape;

    private Tensor(FloatBuffer data, long[] shape) {
        this.data = data;
        this.shape = shape;
    }

    /**
     * Wraps a buffer.
     *
     * @param data the numbers, from position to limit; a direct buffer in native order spares engines a copy
     * @param shape the sides, the outermost first
     * @return the tensor
     * @throws IllegalArgumentException if the buffer does not hold exactly as many numbers as the shape asks
     */
    public static Tensor of(FloatBuffer data, long... shape) {
        long count = 1;
        for (long side : shape) {
            if (side < 0) {
                throw new IllegalArgumentException("A tensor has no negative side, found " + Arrays.toString(shape));
            }
            count = Math.multiplyExact(count, side);
        }
        if (data.remaining() != count) {
            throw new IllegalArgumentException("A tensor of shape " + Arrays.toString(shape) + " holds " + count
                    + " numbers, found " + data.remaining());
        }
        return new Tensor(data.slice(), shape.clone());
    }

    /** {@return a view of the numbers, with its own position, starting at 0} */
    public FloatBuffer data() {
        return data.duplicate();
    }

    /** {@return the sides, the outermost first} */
    public long[] shape() {
        return shape.clone();
    }

    @Override
    public String toString() {
        return "float32 " + Arrays.toString(shape);
    }
}
