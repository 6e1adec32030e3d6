package io.emotion4j.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A program in a process of its own, started as users are told to start it, with this JVM's Java and class path. */
public final class JavaProgram {

    private final Class<?> main;
    private final List<String> arguments;
    private List<String> prefix = List.of();
    private List<String> jvm = List.of();
    private Predicate<String> leftOut = jar -> false;

    private JavaProgram(Class<?> main, List<String> arguments) {
        this.main = main;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * What became of it.
     *
     * @param exit its exit code
     * @param out what it printed
     * @param err what it said on standard error
     */
    public record Result(int exit, String out, String err) {}

    /**
     * A program.
     *
     * @param main its class
     * @param arguments of the program
     * @return the program, not started yet
     */
    public static JavaProgram of(Class<?> main, String... arguments) {
        return new JavaProgram(main, List.of(arguments));
    }

    /**
     * With options of the JVM.
     *
     * @param options in place of those before
     * @return this
     */
    public JavaProgram jvm(List<String> options) {
        this.jvm = List.copyOf(options);
        return this;
    }

    /**
     * Within another program.
     *
     * @param command what the command begins with, such as {@code strace}
     * @return this
     */
    public JavaProgram within(List<String> command) {
        this.prefix = List.copyOf(command);
        return this;
    }

    /**
     * Without some jars.
     *
     * @param jarName holds for the file names of those that are left out of the class path
     * @return this
     */
    public JavaProgram without(Predicate<String> jarName) {
        this.leftOut = jarName;
        return this;
    }

    /** {@return a process, without the environment's options for JVMs: the JVM would tell of them on standard error} */
    public ProcessBuilder process() {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As the README says. Before 22 the JVM does not know the option, or takes it for that of an incubator.
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        // Where it runs within another program it may be another user's.
        command.add("-Duser.home=" + System.getProperty("user.home"));
        command.addAll(jvm);
        command.addAll(List.of("-Djava.awt.headless=true", "-cp", classPath(), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    /**
     * Runs it to its end.
     *
     * @param limit after which it is given up
     * @return what became of it
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the thread is interrupted
     */
    public Result run(Duration limit) throws IOException, InterruptedException {
        Path out = Files.createTempFile("program", ".out");
        Path err = Files.createTempFile("program", ".err");
        try {
            Process process = process()
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("The program did not end within " + limit + ": " + read(out) + read(err));
            }
            return new Result(process.exitValue(), read(out), read(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** Absolute: the process may start in another folder. */
    private String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(entry -> !leftOut.test(entry.getName()))
                .map(File::getAbsolutePath)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
