package io.emotion4j.model;

import java.io.IOException;
import java.util.List;

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

    /** {@return false where it is known without looking that a file is not there} */
    default boolean has(String path) {
        return true;
    }

    /** {@return the files that lie there, as far as that can be told} */
    default List<String> names() throws IOException {
        return List.of();
    }
}
