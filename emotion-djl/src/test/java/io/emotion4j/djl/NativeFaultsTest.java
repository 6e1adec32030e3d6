package io.emotion4j.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.internal.natives.NativeCache;
import io.emotion4j.testing.JavaProgram;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with native libraries is named for what it is, mended where it can be, and tried again. */
class NativeFaultsTest {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final String SAMPLE =
            Path.of("..", "samples", "seven-expressions.png").toString();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "pytorch, size=1m, the disk is full",
        "tensorflow, size=1m, the disk is full",
        "pytorch, ro, the folder cannot be written",
        "tensorflow, ro, the folder cannot be written"
    })
    void aFullOrReadOnlyDiskIsNamed(String engine, String mount, String cause) throws Exception {
        assumeThat(Namespaces.canMount())
                .as("skipped: this machine lets no program have a file system of its own")
                .isTrue();
        Path full = Files.createDirectory(folder.resolve("mounted"));
        JavaProgram.Result result = JavaProgram.of(ReportProgram.class, SAMPLE, engine)
                .within(Namespaces.withFolder(full, mount))
                .jvm(options(full.resolve("cache")))
                .run(LIMIT);
        assertThat(result.out())
                .contains(engine + ": unusable, ")
                .contains("native library cannot be loaded: ")
                .contains(cause)
                .contains("-D" + NativeCache.PROPERTY + "=FOLDER")
                .doesNotContain("C library");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pytorch", "tensorflow"})
    void aFailureIsTriedAgain(String engine) throws Exception {
        Path cache = folder.resolve("cache");
        JavaProgram.Result result = JavaProgram.of(
                        RetryProgram.class,
                        engine,
                        cache.toString(),
                        filled(engine).toString())
                .jvm(options(cache))
                .run(LIMIT);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out())
                .contains(engine + ": unusable, ")
                .contains("native library cannot be loaded: File")
                .contains("then " + engine + " runs");
    }

    @ParameterizedTest
    @CsvSource({"pytorch, libc10.so", "tensorflow, libjnitensorflow.so"})
    void aTruncatedLibraryIsUnpackedAnew(String engine, String library) throws Exception {
        Path cache = folder.resolve("cache");
        Path from = filled(engine);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                copy(file, cache.resolve(from.relativize(file).toString()), library);
            }
        }
        JavaProgram.Result result = JavaProgram.of(ReportProgram.class, SAMPLE, engine)
                .jvm(options(cache))
                .run(LIMIT);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains(engine + " answers ");
        try (Stream<Path> all = Files.walk(cache)) {
            assertThat(all.filter(file -> file.endsWith(library)))
                    .singleElement()
                    .satisfies(file -> assertThat(Files.size(file)).isGreaterThan(500_000));
        }
    }

    /** Hard links; of the library that is to be truncated a part. */
    private static void copy(Path file, Path target, String truncated) throws IOException {
        boolean wanted = file.toString().contains("torch") || file.toString().contains("tensorflow");
        if (Files.isDirectory(file)) {
            Files.createDirectories(target);
        } else if (file.endsWith(truncated)) {
            Files.copy(file, target);
            try (RandomAccessFile copy = new RandomAccessFile(target.toFile(), "rw")) {
                copy.setLength(copy.length() / 2);
            }
        } else if (wanted && Files.isRegularFile(file) && !Files.isSymbolicLink(file)) {
            try {
                Files.createLink(target, file);
            } catch (IOException e) {
                Files.copy(file, target);
            }
        }
    }

    /** The cache below the home folder, which holds the engine's libraries after its first use. */
    private static Path filled(String engine) {
        try (var classifier = EmotionAnalyzer.builder().engine(engine).buildClassifier()) {
            assertThat(classifier.engine()).isEqualTo(engine);
        }
        Path home = Path.of(System.getProperty("user.home"));
        return engine.equals("pytorch") ? home.resolve(".djl.ai") : home.resolve(".javacpp/cache");
    }

    private static List<String> options(Path cache) {
        return List.of("-Xmx512m", "-D" + NativeCache.PROPERTY + "=" + cache);
    }
}
