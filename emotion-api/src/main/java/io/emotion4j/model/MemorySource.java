package io.emotion4j.model;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Files in memory, by their paths. */
record MemorySource(Map<String, byte[]> files) implements ModelSource {

    @Override
    public byte[] read(String path, int limit) throws IOException {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new NoSuchFileException(nameOf(path), null, "there are " + names());
        }
        return Arrays.copyOf(bytes, Math.min(bytes.length, limit));
    }

    @Override
    public String nameOf(String path) {
        return "memory:" + path;
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }
}
