package io.emotion4j.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each message names the cause and what to do; those that a machine can be brought to are tried with the engines, too. */
class NativeFailureTest {

    private static final Path FOLDER = Path.of("cache");

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new IOException("No space left on device"), "the disk is full"),
                Arguments.of(new IOException("Disk quota exceeded"), "quota is used up"),
                Arguments.of(new FileSystemException("/x", null, "Read-only file system"), "cannot be written"),
                Arguments.of(new AccessDeniedException("/x"), "cache may not be written"),
                Arguments.of(new NoSuchFileException("/x"), "cache is not there"),
                Arguments.of(
                        new UnsatisfiedLinkError("/x/liba.so: liba.so: failed to map segment from shared object"),
                        "noexec"),
                Arguments.of(new UnsatisfiedLinkError("/x/liba.so: Operation not permitted"), "noexec"),
                Arguments.of(new UnsatisfiedLinkError("/x/liba.so: file too short"), "damaged; delete it"),
                Arguments.of(new UnsatisfiedLinkError("/x/liba.so: invalid ELF header"), "damaged; delete it"),
                Arguments.of(new UnsatisfiedLinkError("/x/liba.so: wrong ELF class: ELFCLASS32"), "another processor"),
                Arguments.of(
                        new UnsatisfiedLinkError(
                                "/lib/libc.so.6: version `GLIBC_2.28' not found (required by liba.so)"),
                        "C library is older"),
                Arguments.of(new UnsatisfiedLinkError("ld-linux-x86-64.so.2: cannot open shared object file"), "musl"),
                Arguments.of(
                        new UnsatisfiedLinkError("Native Library /x/liba.so already loaded in another classloader"),
                        "class loader that both share"),
                Arguments.of(
                        new IllegalCallerException("Illegal native access from: unnamed module @1"),
                        "--enable-native-access"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theCauseIsNamedHoweverDeepItLies(Throwable cause, String advice) {
        String said = NativeFailure.explain(new IllegalStateException("Failed to load", cause), FOLDER);
        assertThat(said).contains("Failed to load: ").contains(advice).doesNotContain("\n");
        if (!advice.contains("C library")) {
            assertThat(said).doesNotContain("C library");
        }
    }

    @Test
    void aMissingClassIsNamedAsSourcesNameIt() {
        Error error = new NoClassDefFoundError("ai/djl/engine/Engine");
        error.initCause(new ClassNotFoundException("ai.djl.engine.Engine"));
        assertThat(NativeFailure.explain(error, FOLDER))
                .startsWith("class ai.djl.engine.Engine is missing; add the jar");
    }

    @Test
    void whatIsNotKnownSaysWhereItWasTried() {
        assertThat(NativeFailure.explain(new UnsatisfiedLinkError("?"), FOLDER))
                .startsWith("?; it needs a folder")
                .contains("tried cache")
                .contains("-D" + NativeCache.PROPERTY + "=FOLDER");
    }
}
