package io.emotion4j.spi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of one type and their shape, in row-major order. The buffer is shared, not copied; who may write to it when is
 * said where tensors are passed.
 *
 * @since 0.1.0
 */
public final class Tensor {

    private final ElementType type;
    private final long[] shape;
    /** One of the two is there; both are where the bytes are floats. */
    private final @Nullable ByteBuffer bytes;

    private final @Nullable FloatBuffer floats;

    private Tensor(ElementType type, long[] shape, @Nullable ByteBuffer bytes, @Nullable FloatBuffer floats) {
        this.type = type;
        this.shape = shape;
        this.bytes = bytes;
        this.floats = floats;
    }

    /**
     * Wraps floats.
     *
     * @param data the numbers, from position to limit; a direct buffer in native order spares engines a copy
     * @param shape the sides, the outermost first
     * @return the tensor, of type {@link ElementType#FLOAT32}
     * @throws IllegalArgumentException if the buffer does not hold exactly as many numbers as the shape asks
     */
    public static Tensor of(FloatBuffer data, long... shape) {
        check(shape, data.remaining());
        return new Tensor(ElementType.FLOAT32, shape.clone(), null, data.slice());
    }

    /**
     * Wraps bytes.
     *
     * @param type what they are
     * @param data the numbers, from position to limit, in the buffer's byte order; a direct buffer in native order spares
     *     engines a copy
     * @param shape the sides, the outermost first
     * @return the tensor
     * @throws IllegalArgumentException if the buffer does not hold exactly as many numbers as the shape asks
     */
    public static Tensor of(ElementType type, ByteBuffer data, long... shape) {
        if (data.remaining() % type.bytes() != 0) {
            throw new IllegalArgumentException("A tensor of " + type + " takes " + type.bytes()
                    + " bytes a number, found " + data.remaining() + " bytes");
        }
        check(shape, data.remaining() / type.bytes());
        ByteBuffer view = data.slice().order(data.order());
        return new Tensor(type, shape.clone(), view, type == ElementType.FLOAT32 ? view.asFloatBuffer() : null);
    }

    /**
     * Numbers of another type.
     *
     * @param type what they become: rounded to the nearest that the type has, and clipped to its range where it has whole numbers
     * @param data floats, from position to limit, neither of which moves
     * @param shape the sides, the outermost first
     * @return the tensor, of a direct buffer in native order; of {@code data} itself where that is the type already
     * @throws IllegalArgumentException if the buffer does not hold exactly as many numbers as the shape asks
     */
    public static Tensor converted(ElementType type, FloatBuffer data, long... shape) {
        if (type == ElementType.FLOAT32) {
            return of(data, shape);
        }
        FloatBuffer numbers = data.slice();
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(numbers.remaining() * type.bytes()).order(ByteOrder.nativeOrder());
        for (int i = 0; i < numbers.limit(); i++) {
            type.put(bytes, i, numbers.get(i));
        }
        return of(type, bytes, shape);
    }

    private static void check(long[] shape, int found) {
        long count = 1;
        for (long side : shape) {
            if (side < 0) {
                throw new IllegalArgumentException("A tensor has no negative side, found " + Arrays.toString(shape));
            }
            count = Math.multiplyExact(count, side);
        }
        if (found != count) {
            throw new IllegalArgumentException(
                    "A tensor of shape " + Arrays.toString(shape) + " holds " + count + " numbers, found " + found);
        }
    }

    /** {@return what the numbers are} */
    public ElementType type() {
        return type;
    }

    /** {@return the numbers as floats, with its own position, starting at 0: a view where they are floats, else a rounded copy} */
    public FloatBuffer floats() {
        if (floats != null) {
            return floats.duplicate();
        }
        ByteBuffer numbers = bytes();
        FloatBuffer rounded = FloatBuffer.allocate(numbers.remaining() / type.bytes());
        for (int i = 0; i < rounded.capacity(); i++) {
            rounded.put(i, type.get(numbers, i));
        }
        return rounded;
    }

    /**
     * The numbers as bytes.
     *
     * @return with its own position, starting at 0: a view where the tensor was made of bytes, else a copy, direct and in native
     *     order
     */
    public ByteBuffer bytes() {
        if (bytes != null) {
            return bytes.duplicate().order(bytes.order());
        }
        FloatBuffer numbers = floats();
        ByteBuffer copy =
                ByteBuffer.allocateDirect(numbers.remaining() * type.bytes()).order(ByteOrder.nativeOrder());
        copy.asFloatBuffer().put(numbers);
        return copy;
    }

    /** {@return the sides, the outermost first} */
    public long[] shape() {
        return shape.clone();
    }

    @Override
    public String toString() {
        return type.name().toLowerCase(java.util.Locale.ROOT) + " " + Arrays.toString(shape);
    }
}
