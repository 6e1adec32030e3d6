package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.emotion4j.testing.JavaProgram;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output that cannot be written: never silent, and nothing cut off is left. */
class LostOutputTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "jsonl", "csv"})
    void fullDiskEndsInAMessage(String format) throws IOException {
        assumeThat(FULL).as("skipped: this system has no /dev/full").exists();
        try (OutputStream full = new FileOutputStream(FULL.toFile())) {
            Run run = Run.to(full, "--format", format, SamplePictureTest.SAMPLE);
            assertThat(run.code()).isEqualTo(ExitCode.PICTURES_FAILED);
            assertThat(run.err())
                    .startsWith("emotion4j: cannot write the output: No space left on device")
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"models", "--help"})
    void fullDiskEndsInAMessageWhateverIsPrinted(String command) throws IOException {
        assumeThat(FULL).as("skipped: this system has no /dev/full").exists();
        try (OutputStream full = new FileOutputStream(FULL.toFile())) {
            Run run = Run.to(full, command);
            assertThat(run.code()).isEqualTo(ExitCode.PICTURES_FAILED);
            assertThat(run.err()).contains("No space left on device");
        }
    }

    @Test
    void answerStaysWhereItsDrawingCannotBeWritten() throws IOException {
        assumeThat(FULL).as("skipped: this system has no /dev/full").exists();
        Path out = Files.createSymbolicLink(folder.resolve("out.png"), FULL);
        Run run = Run.of("--format", "jsonl", SamplePictureTest.SAMPLE, "--annotate", out);
        assertThat(run.code()).isEqualTo(ExitCode.PICTURES_FAILED);
        assertThat(run.out()).contains("\"emotion\":").doesNotContain("\"error\"");
        assertThat(run.err())
                .contains(SamplePictureTest.SAMPLE + ": analyzed, but not annotated: Cannot write " + out)
                .contains("No space left on device")
                .hasLineCount(1);
    }

    @Test
    void annotateSaysWhyItFailed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Run run = Run.of(SamplePictureTest.SAMPLE, "--annotate", file.resolve("out.png"));
        assertThat(run.code()).isEqualTo(ExitCode.PICTURES_FAILED);
        assertThat(run.out()).contains("7 faces");
        assertThat(run.err()).contains(file + " is there already, and is no folder");
    }

    /** The reader goes before anything comes. */
    @Test
    void closedPipeEndsQuietly() throws Exception {
        Process process = JavaProgram.of(Main.class, "--format", "jsonl", SamplePictureTest.SAMPLE.toString())
                .process()
                .start();
        try (InputStream err = process.getErrorStream()) {
            process.getInputStream().close();
            assertThat(new String(err.readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(ExitCode.READER_LEFT);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void namesBeyondAsciiInTheLocaleCGetAClearMessage() throws Exception {
        Path picture = Files.copy(SamplePictureTest.SAMPLE, folder.resolve("s\u00fc\u00df.png"));
        ProcessBuilder builder = JavaProgram.of(Main.class, picture.toString()).process();
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try (InputStream out = process.getInputStream();
                InputStream err = process.getErrorStream()) {
            String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            String said = new String(err.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            if (process.exitValue() == ExitCode.OK) {
                // Some systems' file names are UTF-8 in every locale.
                assertThat(printed).contains("7 faces");
            } else {
                assertThat(process.exitValue()).isEqualTo(ExitCode.USAGE);
                assertThat(said).contains("start it with LC_ALL=C.UTF-8");
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
