package io.emotion4j.model;

import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * An output as rows of equal length, as it was found by running a network.
 *
 * @param name the output's
 * @param length of a row: the last side
 * @param count of rows
 * @param sides how many sides it has
 * @param numbers all of them
 */
record DraftRows(String name, int length, int count, int sides, FloatBuffer numbers) {

    private static final float NEARLY = 1e-3f;

    static List<DraftRows> of(List<String> names, List<Tensor> outputs) {
        return java.util.stream.IntStream.range(0, names.size())
                .mapToObj(i -> of(names.get(i), outputs.get(i)))
                .toList();
    }

    private static DraftRows of(String name, Tensor output) {
        long[] shape = output.shape();
        FloatBuffer numbers = output.floats();
        int length = shape.length == 0 ? 1 : (int) Math.max(1, shape[shape.length - 1]);
        return new DraftRows(name, length, numbers.remaining() / length, shape.length, numbers);
    }

    float at(int row, int number) {
        return numbers.get(row * length + number);
    }

    /** Whether all numbers lie within 0 to 1. */
    boolean withinOne() {
        for (int i = 0; i < numbers.limit(); i++) {
            if (!(numbers.get(i) >= -NEARLY && numbers.get(i) <= 1 + NEARLY)) {
                return false;
            }
        }
        return numbers.limit() > 0;
    }

    /** Whether each row is a distribution: numbers within 0 to 1 whose sum is 1. */
    boolean sumToOne() {
        for (int row = 0; row < count; row++) {
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += at(row, i);
            }
            if (!(Math.abs(sum - 1) <= NEARLY)) {
                return false;
            }
        }
        return withinOne();
    }

    /** Whether rows of four numbers are corners as parts of the input's sides: left before right, top before bottom. */
    boolean areCorners() {
        int good = 0;
        for (int row = 0; row < count; row++) {
            boolean near = true;
            for (int i = 0; i < length; i++) {
                near &= Math.abs(at(row, i)) < 3;
            }
            good += near && at(row, 2) > at(row, 0) && at(row, 3) > at(row, 1) ? 1 : 0;
        }
        return good >= 0.99 * count;
    }
}
