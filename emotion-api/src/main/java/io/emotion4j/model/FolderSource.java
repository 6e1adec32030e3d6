package io.emotion4j.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files on disk. */
record FolderSource(Path folder) implements ModelSource {

    @Override
    public byte[] read(String path, int limit) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(path))) {
            return in.readNBytes(limit);
        }
    }

    @Override
    public String nameOf(String path) {
        return folder.resolve(path).toString();
    }
}
