package io.emotion4j.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What became of a command that was started with an environment of a few variables alone.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it said on standard error
 */
record Started(int exit, String out, String err) {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    static Started of(List<String> command, Path folder, Map<String, String> environment) throws Exception {
        Path out = Files.createTempFile("started", ".out");
        Path err = Files.createTempFile("started", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(command + " did not end within " + LIMIT + ": " + read(out) + read(err));
            }
            return new Started(process.exitValue(), read(out), read(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Whether a command of the system is here and may be used. */
    static boolean works(String... command) throws Exception {
        try {
            return of(List.of(command), Path.of("."), System.getenv()).exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
