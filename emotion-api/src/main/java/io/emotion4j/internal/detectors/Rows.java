package io.emotion4j.internal.detectors;

import io.emotion4j.InferenceException;
import io.emotion4j.decoder.Outputs;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The outputs of which every row holds so many numbers, one below the other in the order of the descriptor: networks are exported
 * with one output of each kind, or with one a stride, under any name.
 */
final class Rows {

    private Rows() {}

    /** {@return whether an output has rows of that length} */
    static boolean there(Outputs outputs, int length) {
        return outputs.names().stream().anyMatch(name -> length(outputs.tensor(name)) == length);
    }

    /**
     * Finds the rows.
     *
     * @param length of a row
     * @param count how many there must be
     * @return the numbers
     * @throws InferenceException if there are more or fewer rows
     */
    static float[] of(Outputs outputs, int length, int count) {
        float[] rows = new float[length * count];
        int at = 0;
        List<String> seen = new ArrayList<>();
        for (String name : outputs.names()) {
            Tensor tensor = outputs.tensor(name);
            seen.add(name + " " + tensor);
            if (length(tensor) == length) {
                FloatBuffer numbers = tensor.floats();
                int size = numbers.remaining();
                if (at + size <= rows.length) {
                    numbers.get(rows, at, size);
                }
                at += size;
            }
        }
        if (at != rows.length) {
            throw new InferenceException(
                    "The detector's outputs are " + seen + ": they have " + at / length + " rows of "
                            + length + " numbers; expected " + count + " for an input of " + outputs.width() + "x"
                            + outputs.height() + "; check \"outputs\", \"architecture\" and \"decoder\"");
        }
        return rows;
    }

    private static long length(Tensor tensor) {
        long[] shape = tensor.shape();
        return shape.length == 0 ? 1 : shape[shape.length - 1];
    }
}
