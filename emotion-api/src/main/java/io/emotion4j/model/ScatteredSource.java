package io.emotion4j.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Files that lie beside the descriptor, and some that lie elsewhere.
 *
 * @param beside the descriptor
 * @param elsewhere addresses by path
 */
record ScatteredSource(ModelSource beside, Map<String, String> elsewhere) implements ModelSource {

    @Override
    public byte[] read(String path, int limit) throws IOException {
        String address = elsewhere.get(path);
        return address == null ? beside.read(path, limit) : new UrlSource(address).read("", limit);
    }

    @Override
    public String nameOf(String path) {
        return elsewhere.getOrDefault(path, beside.nameOf(path));
    }

    @Override
    public List<String> names() throws IOException {
        return beside.names();
    }
}
