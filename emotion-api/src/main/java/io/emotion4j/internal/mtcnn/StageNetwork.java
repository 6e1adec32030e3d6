package io.emotion4j.internal.mtcnn;

import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** One of the three networks, loaded. Thread-safe. */
public interface StageNetwork {

    /**
     * Runs the network.
     *
     * @param shape of the input
     * @param fill writes all of the input's numbers
     * @param reader reads the outputs, by name, all numbers of which are finite; keeps none
     * @return what the reader makes of them
     * @throws io.emotion4j.InferenceException if the engine fails
     */
    <T> T run(long[] shape, Consumer<FloatBuffer> fill, Function<Map<String, Tensor>, T> reader);
}
