package io.emotion4j.convert;

import java.util.Arrays;

/**
 * A weight as Keras keeps it.
 *
 * @param shape sizes of the dimensions, outermost first
 * @param values row-major
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KerasArray(int[] shape, float[] values) {

    /** {@return the same numbers with the dimensions in another order, as many as {@code order} has} */
    KerasArray transposed(int... order) {
        int rank = shape.length;
        int[] strides = new int[rank];
        int stride = 1;
        for (int i = rank - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        int[] sizes = Arrays.stream(order).map(axis -> shape[axis]).toArray();
        float[] moved = new float[values.length];
        int[] at = new int[rank];
        for (int i = 0; i < moved.length; i++) {
            int from = 0;
            for (int axis = 0; axis < rank; axis++) {
                from += at[axis] * strides[order[axis]];
            }
            moved[i] = values[from];
            for (int axis = rank - 1; axis >= 0 && ++at[axis] == sizes[axis]; axis--) {
                at[axis] = 0;
            }
        }
        return new KerasArray(sizes, moved);
    }

    /** {@return the same numbers in another shape of as many} */
    KerasArray reshaped(int... sizes) {
        return new KerasArray(sizes, values);
    }

    long[] dimensions() {
        return Arrays.stream(shape).asLongStream().toArray();
    }
}
