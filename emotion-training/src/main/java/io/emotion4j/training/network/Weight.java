package io.emotion4j.training.network;

import java.util.Arrays;

/**
 * A named array of numbers of a {@link Network}.
 *
 * @param shape sizes of the dimensions, outermost first
 * @param values row-major
 * @param trained whether the optimiser changes it (running means and variances are measured, not trained)
 * @since 0.1.0
 */
public record Weight(int[] shape, float[] values, boolean trained) {

    /** @throws IllegalArgumentException when {@code values} does not have as many numbers as {@code shape} asks for */
    public Weight {
        int expected = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (values.length != expected) {
            throw new IllegalArgumentException("A weight of shape " + Arrays.toString(shape) + " needs " + expected
                    + " values, found " + values.length);
        }
    }
}
