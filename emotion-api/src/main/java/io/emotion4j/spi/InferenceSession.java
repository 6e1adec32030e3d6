package io.emotion4j.spi;

import java.util.List;

/**
 * A network that an engine has loaded. The library keeps its rules: {@link #run} is called by many threads at once, {@link
 * #close} once, after the last run has returned, and nothing afterwards.
 *
 * @since 0.1.0
 */
public interface InferenceSession extends AutoCloseable {

    /**
     * Runs the network. Thread-safe.
     *
     * @param input the input, in a direct buffer in native order, of the type that the model's descriptor says (the shipped detector's is uint8, the
     *     classifiers' float32); it is the caller's and only read until this returns
     * @return the outputs in the order of {@link NetworkSpec#outputs()}; the buffers are the caller's
     * @throws Exception whatever the engine throws; the caller wraps it
     */
    List<Tensor> run(Tensor input) throws Exception;

    /**
     * Hands outputs back that are no longer read, so that the engine may write the next ones into the same memory. Thread-safe. Outputs
     * that are not handed back stay the caller's.
     *
     * @param outputs what {@link #run} returned, whole; neither they nor their buffers are used afterwards
     */
    default void recycle(List<Tensor> outputs) {}

    /** Frees what the engine holds. */
    @Override
    void close();
}
