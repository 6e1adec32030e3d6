package io.emotion4j.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    @Test
    void fileIsWrittenAndItsFolderMade() throws IOException {
        Path file = folder.resolve("deep/er/out.txt");
        WholeFile.write(file, out -> out.write(new byte[100_000]));
        assertThat(file).hasSize(100_000);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatFailsHalfwayLeavesNothing() {
        Path file = folder.resolve("out.txt");
        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .withMessage("Cannot write " + file + ": No space left on device");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void faultOfTheWriterLeavesNothingToo() {
        Path file = folder.resolve("out.txt");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    throw new IllegalStateException("a fault");
                }))
                .hasMessage("a fault");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void oldFileStaysUntilTheNewOneIsWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("out.txt"), "old");
        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(file, out -> {
                    out.write('n');
                    throw new IOException("the disk is full");
                }));
        assertThat(file).hasContent("old");
        WholeFile.write(file, out -> {
            out.write('n');
            assertThat(file).hasContent("old");
        });
        assertThat(file).hasContent("n");
    }

    @Test
    void linkStaysAndWhatItLeadsToIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("out.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        WholeFile.write(link, out -> out.write('n'));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("n");
    }

    @Test
    void deviceIsWrittenInPlace() throws IOException {
        assumeThat(FULL).as("skipped: this system has no /dev/full").exists();
        Path link = Files.createSymbolicLink(folder.resolve("link"), FULL);
        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(link, out -> out.write(new byte[100_000])))
                .withMessage("Cannot write " + link + ": No space left on device");
        assertThat(FULL).exists();
        assertThat(link).isSymbolicLink();
    }

    @Test
    void programThatEndsLeavesNothingUnfinished() throws IOException {
        WholeFile whole = WholeFile.begin(folder.resolve("out.txt"));
        Files.writeString(whole.part(), "half");
        WholeFile.dropUnfinished();
        assertThat(folder).isEmptyDirectory();
        whole.close();
    }

    @Test
    void reasonsAreWordsNotNames() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(file.resolve("out.txt"), out -> out.write(1)))
                .withMessageEndingWith(file + " is there already, and is no folder");
        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(folder, out -> out.write(1)))
                .withMessage("Cannot write " + folder + ": it is a folder");
        assertThat(FileProblem.reason(new AccessDeniedException("x"))).isEqualTo("permission denied");
        assertThat(FileProblem.reason(new IOException("Error writing PNG", new FileSystemException("x", null, "full"))))
                .isEqualTo("full");
        assertThat(FileProblem.reason(new IOException())).isEqualTo("IOException");
        assertThat(FileProblem.reason(new FileSystemException("x"))).isEqualTo("FileSystemException");
    }
}
