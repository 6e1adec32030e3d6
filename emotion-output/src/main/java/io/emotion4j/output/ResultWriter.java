package io.emotion4j.output;

import java.io.IOException;

/**
 * Writes results one after another, each as soon as it is there. For one thread at a time.
 *
 * @since 0.1.0
 */
public interface ResultWriter extends AutoCloseable {

    /**
     * Writes a result.
     *
     * @param result the next one
     * @throws IOException if it cannot be written
     */
    void write(Result result) throws IOException;

    /**
     * Writes what ends the output, and flushes; leaves what is underneath open.
     *
     * @throws IOException if it cannot be written
     */
    @Override
    void close() throws IOException;
}
