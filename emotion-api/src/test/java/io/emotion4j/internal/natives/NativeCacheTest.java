package io.emotion4j.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every engine's libraries are unpacked by. */
@Timeout(120)
class NativeCacheTest {

    @TempDir
    Path cache;

    private Path folder() {
        return cache.resolve("engine-1.0");
    }

    @Test
    void librariesAloneLieInTheFolder() throws IOException {
        NativeCache.fill(folder(), FillProgram.libraries(false));
        assertWhole();
        assertThat(names(folder())).containsExactlyInAnyOrder("libone.so", "libtwo.so.2");
    }

    @Test
    void aTruncatedLibraryAndOneWithAFlippedBitAreReplaced() throws IOException {
        NativeCache.fill(folder(), FillProgram.libraries(false));
        try (RandomAccessFile one =
                        new RandomAccessFile(folder().resolve("libone.so").toFile(), "rw");
                RandomAccessFile two =
                        new RandomAccessFile(folder().resolve("libtwo.so.2").toFile(), "rw")) {
            one.setLength(1_000_000);
            two.seek(123_456);
            int old = two.read();
            two.seek(123_456);
            two.write(old ^ 4);
        }
        NativeCache.fill(folder(), FillProgram.libraries(false));
        assertWhole();
    }

    /** A program that has the old file mapped would be killed by SIGBUS if it were written over. */
    @Test
    void aDamagedLibraryIsReplacedByAnotherFile() throws IOException {
        NativeCache.fill(folder(), FillProgram.libraries(false));
        Path one = folder().resolve("libone.so");
        Path mapped = Files.createLink(cache.resolve("mapped"), one);
        try (RandomAccessFile file = new RandomAccessFile(one.toFile(), "rw")) {
            file.setLength(1_000_000);
        }
        NativeCache.fill(folder(), FillProgram.libraries(false));
        assertWhole();
        assertThat(mapped).hasSize(1_000_000);
    }

    @Test
    void aLargeLibraryIsKnownByItsSizeAndTime() throws IOException {
        Path file = cache.resolve("large");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100 << 20);
        }
        NativeLibrary library = new NativeLibrary(
                "large", 100 << 20, 1234, 1_000_000_000_000L, file.toUri().toURL());
        assertThat(library.isMarked(file)).isFalse();
        library.mark(file);
        assertThat(library.isMarked(file)).isTrue();
        assertThat(library.isIn(file)).isFalse();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_002_000L));
        assertThat(library.isMarked(file)).isFalse();
    }

    @Test
    void aProgramThatIsKilledWhileItUnpacksLeavesNothingThatCounts() throws Exception {
        Process killed = start(folder(), "hang");
        try (BufferedReader said = killed.inputReader()) {
            assertThat(said.readLine()).isEqualTo("half");
            assertThat(names(cache)).anyMatch(name -> name.endsWith(".part"));
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertThat(folder().resolve("libtwo.so.2")).doesNotExist();
        NativeCache.fill(folder(), FillProgram.libraries(false));
        assertWhole();
        assertThat(names(cache)).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void firstStartsAtOnceGetAlong() throws Exception {
        List<Process> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starts.add(start(folder()));
        }
        for (Process start : starts) {
            assertThat(start.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(start.inputReader().lines()).containsExactly("filled");
        }
        assertWhole();
        assertThat(names(cache)).containsExactlyInAnyOrder("engine-1.0", "engine-1.0.lock");
    }

    @Test
    void threadsOfOneProgramGetAlong() throws InterruptedException, IOException {
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                try {
                    NativeCache.fill(folder(), FillProgram.libraries(false));
                } catch (IOException | RuntimeException e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertWhole();
    }

    @Test
    void whatIsInTheWayIsAnErrorAndTriedAgain() throws IOException {
        Files.writeString(folder(), "a file, no folder");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> NativeCache.fill(folder(), FillProgram.libraries(false)));
        Files.delete(folder());
        NativeCache.fill(folder(), FillProgram.libraries(false));
        assertWhole();
    }

    /** That cannot be written: here because a folder lies where the lock would. */
    @Test
    void aCacheThatIsWholeNeedNotBeWritten() throws IOException {
        NativeCache.fill(folder(), FillProgram.libraries(false));
        Files.delete(cache.resolve("engine-1.0.lock"));
        Files.createDirectory(cache.resolve("engine-1.0.lock"));
        Files.setLastModifiedTime(folder().resolve("libone.so"), FileTime.fromMillis(0));
        NativeCache.fill(folder(), FillProgram.libraries(false));
        Files.delete(folder().resolve("libone.so"));
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> NativeCache.fill(folder(), FillProgram.libraries(false)));
    }

    private void assertWhole() {
        assertThat(folder().resolve("libone.so")).hasBinaryContent(FillProgram.bytes(1));
        assertThat(folder().resolve("libtwo.so.2")).hasBinaryContent(FillProgram.bytes(2));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static Process start(Path folder, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                String.join(
                        File.pathSeparator,
                        Path.of("target", "classes").toAbsolutePath().toString(),
                        Path.of("target", "test-classes").toAbsolutePath().toString()),
                FillProgram.class.getName(),
                folder.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
