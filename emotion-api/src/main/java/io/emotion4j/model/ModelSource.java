package io.emotion4j.model;

import java.io.IOException;

/** Where the files of a model lie. {@code toString} says where the descriptor is. */
interface ModelSource {

    /**
     * Reads a file whole.
     *
     * @param path relative to the descriptor
     * @param limit most bytes to read; a file that is longer gives limit + 1 bytes
     * @return the bytes
     * @throws IOException if it cannot be read
     */
    byte[] read(String path, long limit) throws IOException;

    /** {@return the file's full name, for messages} */
    String describe(String path);
}
