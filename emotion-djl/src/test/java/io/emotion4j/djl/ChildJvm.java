package io.emotion4j.djl;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A program of its own, to see what happens in a JVM with another class path, home folder or network. */
final class ChildJvm {

    private final List<String> command = new ArrayList<>();
    private String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    /** What the program printed. */
    record Result(int exit, String out, String err) {}

    /** Without the jars whose names the condition holds for. */
    ChildJvm without(Predicate<String> jarName) {
        classPath = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !jarName.test(Path.of(entry).getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator));
        return this;
    }

    /** In a network namespace that has no interface but a loopback that is down. */
    ChildJvm withoutNetwork() {
        command.addAll(0, List.of("unshare", "--map-root-user", "--net"));
        return this;
    }

    /** {@return whether this machine lets a program have such a namespace} */
    static boolean canLoseTheNetwork() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("unshare", "--map-root-user", "--net", "true").start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** With a file system of its own at a folder, such as {@code "size=1m"} for one that is soon full. */
    ChildJvm withFolder(Path folder, String mountOptions) {
        String mount = "mount -t tmpfs -o " + mountOptions + " none \"$0\" && exec \"$@\"";
        command.addAll(List.of("unshare", "--map-root-user", "--mount", "sh", "-c", mount, folder.toString()));
        return this;
    }

    /** {@return whether this machine lets a program have such a file system} */
    static boolean canMount() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mount");
        try {
            return new ProcessBuilder("unshare", "-r", "-m", "mount", "-t", "tmpfs", "none", folder.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } finally {
            Files.delete(folder);
        }
    }

    Result run(List<String> options, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.add("-Duser.home=" + System.getProperty("user.home"));
        all.addAll(options);
        all.addAll(List.of("-cp", classPath, main.getName()));
        all.addAll(List.of(arguments));
        Path out = Files.createTempFile("child", ".out");
        Path err = Files.createTempFile("child", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(err.toFile());
            // Its note would come to standard error.
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            Process process = builder.start();
            if (!process.waitFor(1, TimeUnit.HOURS)) {
                process.destroyForcibly();
                throw new AssertionError("The program did not end within an hour: " + Files.readString(out));
            }
            return new Result(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
