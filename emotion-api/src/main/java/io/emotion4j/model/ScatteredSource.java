package io.emotion4j.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Files that lie beside the descriptor, and weights that may lie elsewhere.
 *
 * @param beside the descriptor
 * @param weights addresses by path; empty where a file is nowhere
 */
record ScatteredSource(ModelSource beside, Map<String, String> weights) implements ModelSource {

    @Override
    public byte[] read(String path, int limit) throws IOException {
        String address = weights.get(path);
        if (address == null) {
            return beside.read(path, limit);
        }
        if (address.isEmpty()) {
            throw new FileNotFoundException("it is in no jar of this program; the shipped weights for PyTorch are"
                    + " io.emotion4j:emotion-models-pytorch, those for TensorFlow emotion-models-tensorflow");
        }
        return new UrlSource(address).read("", limit);
    }

    @Override
    public boolean has(String path) {
        return !"".equals(weights.get(path));
    }

    @Override
    public String nameOf(String path) {
        String address = weights.getOrDefault(path, "");
        return address.isEmpty() ? beside.nameOf(path) : address;
    }

    @Override
    public List<String> names() throws IOException {
        return beside.names();
    }
}
