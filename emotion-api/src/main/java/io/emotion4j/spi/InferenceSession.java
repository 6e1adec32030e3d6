package io.emotion4j.spi;

import java.util.Map;

/**
 * A network that an engine has loaded: what a backend writes. {@link SessionBacked} makes a detector or a classifier of
 * it and keeps its rules: {@link #run} is called by many threads at once, {@link #close} once, after the last run has
 * returned, and nothing afterwards.
 */
public interface InferenceSession extends AutoCloseable {

    /**
     * Runs the network. Thread-safe.
     *
     * @param inputs the inputs by name, direct buffers in native order; they are the caller's and only read until this
     *     returns
     * @return every output of the descriptor by name; the buffers are the caller's
     * @throws Exception whatever the engine throws; the caller wraps it
     */
    Map<String, Tensor> run(Map<String, Tensor> inputs) throws Exception;

    /** Frees what the engine holds. */
    @Override
    void close();
}
