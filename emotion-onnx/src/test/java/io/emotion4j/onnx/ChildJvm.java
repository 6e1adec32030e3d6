package io.emotion4j.onnx;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A program of its own, to see how a JVM starts and ends. */
final class ChildJvm {

    /** What became of it; the text is of both its outputs. */
    record Result(int exit, String text) {}

    private ChildJvm() {}

    /** {@return what this test sees, on class path and module path} */
    static List<String> classPath() {
        Set<String> all = new LinkedHashSet<>();
        for (String property : List.of("surefire.test.class.path", "jdk.module.path", "java.class.path")) {
            all.addAll(Arrays.asList(System.getProperty(property, "").split(File.pathSeparator)));
        }
        // On the module path the tests are patched into the module.
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        all.add(classes.toString());
        all.remove("");
        return List.copyOf(all);
    }

    static Process start(Path text, List<String> options, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath()), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(text.toFile());
        // Its note would come to standard error.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    static Result run(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Path text = Files.createTempFile("child", ".txt");
        try {
            Process process = start(text, options, main, arguments);
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("The program did not end: " + Files.readString(text));
            }
            return new Result(process.exitValue(), Files.readString(text, StandardCharsets.UTF_8));
        } finally {
            Files.delete(text);
        }
    }
}
