package io.emotion4j.model;

import java.util.List;
import java.util.Objects;

/**
 * The value of an input of a network that is always the same, such as {@code keep_prob}.
 *
 * @param type what its numbers are
 * @param shape the sides, the outermost first; empty for a single number
 * @param values as many as the shape asks
 * @since 0.1.0
 */
public record ConstantSpec(TensorType type, List<Long> shape, List<Double> values) {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if there are not as many values as the shape asks
     */
    public ConstantSpec {
        Objects.requireNonNull(type, "type");
        shape = List.copyOf(shape);
        values = List.copyOf(values);
        double count = 1;
        for (long side : shape) {
            count *= side;
        }
        if (values.size() != count) {
            throw new SpecException(
                    "values", "needs " + (long) count + " numbers for shape " + shape + ", found " + values.size());
        }
    }

    /**
     * A single float.
     *
     * @param value the number
     * @return the constant, of type float32
     */
    public static ConstantSpec of(double value) {
        return new ConstantSpec(TensorType.FLOAT32, List.of(), List.of(value));
    }
}
