package io.emotion4j.internal.natives;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why a native library cannot be loaded, and what to do about it. */
public final class NativeFailure {

    private static final String ELSEWHERE = "name another folder by -D" + NativeCache.PROPERTY + "=FOLDER";

    /** What system and JVM say, in lower case, and what it comes from. The first that fits counts. */
    private static final List<Map.Entry<String, String>> CAUSES = List.of(
            Map.entry(
                    "already loaded in another classloader",
                    "another class loader of this JVM has loaded it from the same path; leave the engine to a class loader that both "
                            + "share (docs/engines.md)"),
            Map.entry(
                    "illegal native access",
                    "this JVM denies native access; start it with --enable-native-access=ALL-UNNAMED, or with the module's name"),
            Map.entry("no space left", "the disk is full; free some space, or " + ELSEWHERE),
            Map.entry("quota exceeded", "the disk quota is used up; free some space, or " + ELSEWHERE),
            Map.entry("read-only file system", "the folder cannot be written; " + ELSEWHERE),
            Map.entry("permission denied", "the folder may not be written or read; " + ELSEWHERE),
            Map.entry(
                    "failed to map segment",
                    "the file system does not let programs be run from it (noexec), or memory is short; " + ELSEWHERE),
            Map.entry(
                    "operation not permitted",
                    "the file system does not let programs be run from it (noexec); " + ELSEWHERE),
            Map.entry("glibc", "the system's C library is older than the engine needs; use a newer system"),
            Map.entry(
                    "ld-linux",
                    "the engine is built for glibc, which this system (musl?) lacks; use a system that has it"),
            Map.entry("is missing", "add the jar that holds it, of the version that this release was built with"),
            Map.entry("file too short", "the file is damaged; delete it"),
            Map.entry("invalid elf header", "the file is damaged; delete it"),
            Map.entry("wrong elf class", "the library is for another processor; use the one for this machine"));

    private NativeFailure() {}

    /**
     * Explains a failure.
     *
     * @param failure what was thrown while the library was unpacked and loaded
     * @param folder where it was to be unpacked
     * @return one line: what happened, and what to do
     */
    public static String explain(Throwable failure, Path folder) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String line = line(cause);
            if (said.indexOf(line) < 0) {
                said.append(said.isEmpty() ? "" : ": ").append(line);
            }
        }
        return said + "; " + advice(failure, said.toString().toLowerCase(Locale.ROOT), folder);
    }

    private static String line(Throwable cause) {
        if (cause instanceof ClassNotFoundException) {
            return "";
        }
        String message = cause.getMessage();
        String line = message == null || message.isBlank()
                ? ""
                : message.strip().lines().findFirst().orElse("");
        if (cause instanceof NoClassDefFoundError && cause.getCause() instanceof ClassNotFoundException) {
            return "class " + line.replace('/', '.') + " is missing";
        }
        return cause instanceof LinkageError && !line.isEmpty()
                ? line
                : cause.getClass().getSimpleName() + " " + line;
    }

    private static String advice(Throwable failure, String said, Path folder) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException) {
                return folder + " may not be written; " + ELSEWHERE;
            } else if (cause instanceof NoSuchFileException) {
                return folder + " is not there; make it, or " + ELSEWHERE;
            }
        }
        return CAUSES.stream()
                .filter(cause -> said.contains(cause.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("it needs a folder that it may be unpacked into and loaded from, tried " + folder + "; "
                        + ELSEWHERE);
    }
}
