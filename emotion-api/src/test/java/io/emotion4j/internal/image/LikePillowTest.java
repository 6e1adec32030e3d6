package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever Pillow and this library both open looks alike; what only Pillow opens is refused with its format's name. Needs Pillow 11 in
 * the Python that the system property {@code emotion4j.test.python} names, {@code python3} unless it is set.
 */
@Timeout(300)
class LikePillowTest {

    private static final String PYTHON = System.getProperty("emotion4j.test.python", "python3");
    private static final double MOST = 5;

    @TempDir
    Path temporary;

    @BeforeEach
    void needPillow() throws Exception {
        boolean there;
        try {
            there = start("-c", "import PIL").waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        if (!there) {
            String reason = "skipped: no Pillow in " + PYTHON + "; name another Python by -Demotion4j.test.python";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
    }

    @Test
    void filesOfManyKindsWrittenByPillow() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("variants"));
        run("variants.py", Path.of("..", "samples", "one-face.jpg"), folder);
        assertThat(check(folder)).hasSizeGreaterThan(150);
    }

    @Test
    void theGivenCases() throws Exception {
        List<String> alike = new ArrayList<>();
        try (Stream<Path> folders = Files.list(SharedPhotos.cases("pictures"))) {
            for (Path folder : folders.sorted().toList()) {
                alike.addAll(check(folder));
            }
        }
        assertThat(alike).hasSizeGreaterThanOrEqualTo(10);
    }

    /** Decodes all files of a folder both ways; returns those that both open. */
    private List<String> check(Path folder) throws Exception {
        Path output = Files.createDirectory(temporary.resolve(folder.getFileName() + "-by-pillow"));
        run("decode.py", folder, output);
        List<String> alike = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Path byPillow = output.resolve(file.getFileName() + ".rgb");
                RgbImage expected = Files.exists(byPillow) ? read(byPillow) : null;
                try {
                    RgbImage decoded = RgbImage.decode(file);
                    if (expected != null) {
                        alike.add(file.toString());
                        double difference = decoded.width() == expected.width() && decoded.height() == expected.height()
                                ? Difference.mean(decoded, expected)
                                : 255;
                        if (difference >= MOST) {
                            wrong.add(file.getFileName() + " differs by " + difference);
                        }
                    }
                } catch (ImageDecodeException e) {
                    if (!String.valueOf(e.getMessage())
                            .matches("(?s).*\\b(JPEG|PNG|GIF|WEBP|BMP|TIFF|ICO|HEIC|HTML)\\b.*")) {
                        wrong.add(e.getMessage());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        return alike;
    }

    private static RgbImage read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int width = bytes.getInt();
        int height = bytes.getInt();
        return RgbImage.of(width, height, Arrays.copyOfRange(bytes.array(), 8, bytes.capacity()));
    }

    private void run(String script, Path from, Path to) throws Exception {
        Path file = temporary.resolve(script);
        if (!Files.exists(file)) {
            try (InputStream resource = LikePillowTest.class.getResourceAsStream("/pillow/" + script)) {
                Files.copy(resource, file);
            }
        }
        Process process = start(file.toString(), from.toString(), to.toString());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
