package io.emotion4j.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process, whose end is waited for. */
final class Child {

    /** System property: the folder with the script {@code emotion4j}. */
    static final String HOME = "emotion4j.benchmarks.home";

    private Child() {}

    /** {@return what it printed} */
    static String java(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** {@return what the script printed} */
    static String commandLine(String... arguments) throws IOException, InterruptedException {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new IllegalStateException("-D" + HOME + "=FOLDER must name the folder with the script emotion4j");
        }
        List<String> command =
                new ArrayList<>(List.of(Path.of(home, "emotion4j").toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code + " after printing " + text);
        }
        return text;
    }
}
