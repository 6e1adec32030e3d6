package io.emotion4j.decoder;

import io.emotion4j.InferenceException;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a detector's network answered for one picture. Immutable, but for the tensors' buffers.
 *
 * @since 0.1.0
 */
public final class Outputs {

    private final Map<String, Tensor> tensors;
    private final List<String> names;
    private final int width;
    private final int height;

    private Outputs(Map<String, Tensor> tensors, int width, int height) {
        this.tensors = tensors;
        this.names = List.copyOf(tensors.keySet());
        this.width = width;
        this.height = height;
    }

    /**
     * Outputs, as the library makes them; a decoder's test may, too.
     *
     * @param tensors the outputs by name, for one picture, in the order of the descriptor
     * @param width the input's width, in pixels
     * @param height the input's height, in pixels
     * @return the outputs
     */
    public static Outputs of(Map<String, Tensor> tensors, int width, int height) {
        return new Outputs(Collections.unmodifiableMap(new LinkedHashMap<>(tensors)), width, height);
    }

    /** {@return the input's width, in pixels, padding included} */
    public int width() {
        return width;
    }

    /** {@return the input's height, in pixels, padding included} */
    public int height() {
        return height;
    }

    /** {@return the outputs' names, in the order of the descriptor} */
    public List<String> names() {
        return names;
    }

    /**
     * An output.
     *
     * @param name its name
     * @return the tensor
     * @throws InferenceException if the network has no such output
     */
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new InferenceException("The detector has no output '" + name + "', found " + tensors.keySet()
                    + "; check \"outputs\" and \"architecture\"");
        }
        return tensor;
    }

    /**
     * The numbers of an output.
     *
     * @param name its name
     * @param count how many there must be
     * @return the numbers, from 0 on
     * @throws InferenceException if the network has no such output, or it holds another number of numbers
     */
    public FloatBuffer numbers(String name, int count) {
        Tensor tensor = tensor(name);
        FloatBuffer numbers = tensor.floats();
        if (numbers.remaining() != count) {
            throw new InferenceException("Output '" + name + "' of the detector is " + tensor + ": it holds "
                    + numbers.remaining() + " numbers; expected " + count + " for an input of " + width + "x" + height
                    + "; check \"architecture\"");
        }
        return numbers;
    }
}
