package io.emotion4j.djl;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Reference models and pictures that lie beside a checkout on the project's own machines; a fresh clone has none. */
final class SharedFiles {

    private static final Path SHARED = Path.of("..", "..", "shared");

    private SharedFiles() {}

    static boolean exist() {
        return Files.isDirectory(SHARED);
    }

    /** {@return a file or folder of ../shared; the test is skipped where it is absent, which is said} */
    static Path get(String path) {
        Path file = SHARED.resolve(path);
        if (!Files.exists(file)) {
            String reason = "skipped: ../shared/" + path + " is not on this machine";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        return file;
    }
}
