package io.emotion4j.training.export;

import io.emotion4j.internal.files.WholeFile;
import io.emotion4j.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a model is written to. */
final class ExportFolder {

    private final Path folder;

    ExportFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Writes a file, over an old one if need be; returns what a descriptor says of it. */
    ModelFile put(String name, byte[] content) throws IOException {
        WholeFile.write(folder.resolve(name), out -> out.write(content));
        return ModelFile.of(name, content);
    }
}
