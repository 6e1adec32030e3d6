package io.emotion4j.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files on disk. */
record FolderSource(Path folder) implements ModelSource {

    @Override
    public byte[] read(String path, int limit) throws IOException {
        if (Files.isDirectory(folder.resolve(path))) {
            throw new NoSuchFileException(nameOf(path), null, "it is a folder");
        }
        try (InputStream in = Files.newInputStream(folder.resolve(path))) {
            return in.readNBytes(limit);
        }
    }

    @Override
    public String nameOf(String path) {
        return folder.resolve(path).toString();
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
