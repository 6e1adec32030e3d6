package io.emotion4j.internal.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The photos in ../shared, beside the repository; not every machine has them. */
final class SharedPhotos {

    private static final Path FOLDER = Path.of("..", "..", "shared", "photos");

    private SharedPhotos() {}

    /** The files of a folder by name; the test is skipped, and says why, where there is no such folder. */
    static List<Path> in(String folder) {
        Path path = FOLDER.resolve(folder);
        if (!Files.isDirectory(path)) {
            String reason = "skipped: ../shared/photos/" + folder + " is not on this machine";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of ../shared/cases; the test is skipped, and says why, where it is not there. */
    static Path cases(String folder) {
        Path path = FOLDER.resolveSibling("cases").resolve(folder);
        if (!Files.isDirectory(path)) {
            String reason = "skipped: ../shared/cases/" + folder + " is not on this machine";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        return path;
    }

    static Path file(String folder, String name) {
        return in(folder).stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in ../shared/photos/" + folder));
    }
}
