package io.emotion4j.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Fetched files in a folder of the caller's, named by their SHA-256; several programs may share it. */
record ModelCache(Path folder) {

    /**
     * Looks for a file.
     *
     * @param sha256 its hash
     * @return its bytes; null where it is not there, or is damaged
     * @throws IOException if it is there but cannot be read
     */
    byte @Nullable [] find(String sha256) throws IOException {
        Path file = folder.resolve(sha256);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        byte[] bytes = Files.readAllBytes(file);
        return Checksum.sha256(bytes).equals(sha256) ? bytes : null;
    }

    /** Keeps a file whose hash was checked. It appears at once and whole, also for other programs. */
    void keep(String sha256, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, sha256, ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, folder.resolve(sha256), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
