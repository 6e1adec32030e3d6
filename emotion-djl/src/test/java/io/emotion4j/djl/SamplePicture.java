package io.emotion4j.djl;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The project's own picture of seven faces. */
final class SamplePicture {

    private static final Path FILE = Path.of("..", "samples", "seven-expressions.png");

    private SamplePicture() {}

    static Path file() {
        if (!Files.exists(FILE)) {
            String reason = "skipped: the checkout has no samples/" + FILE.getFileName();
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        return FILE;
    }
}
