package io.emotion4j.model;

import java.io.IOException;

/** Where the files of a model lie. */
interface ModelSource {

    /**
     * Reads a file.
     *
     * @param path relative to the descriptor
     * @param limit most bytes to read: a longer file is cut there
     * @return the bytes
     * @throws IOException if it cannot be read
     */
    byte[] read(String path, int limit) throws IOException;

    /** {@return a file's full name, for messages} */
    String nameOf(String path);
}
