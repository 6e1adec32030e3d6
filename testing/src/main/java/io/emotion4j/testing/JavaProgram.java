package io.emotion4j.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Programs in processes of their own, started as users are told to start them. */
public final class JavaProgram {

    private JavaProgram() {}

    /**
     * A process that runs a main class with this JVM's Java and class path.
     *
     * @param prefix what the command begins with, such as {@code strace}; may be empty
     * @param jvm options of the JVM
     * @param main the class
     * @param arguments of the program
     * @return a builder, without the environment's options for JVMs: the JVM would tell of them on standard error
     */
    public static ProcessBuilder builder(List<String> prefix, List<String> jvm, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As the README says. Before 22 the JVM does not know the option, or takes it for that of an incubator.
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(jvm);
        command.addAll(List.of("-Djava.awt.headless=true", "-cp", classPath(), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    /** Absolute: the process may start in another folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
