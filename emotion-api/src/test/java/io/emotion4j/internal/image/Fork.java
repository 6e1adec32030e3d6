package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.RgbImage;
import io.emotion4j.program.DecodeMain;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts {@link DecodeMain} in a JVM of its own. */
final class Fork {

    /**
     * What became of a file.
     *
     * @param millis processor time of the slowest thread, the best of three tries: other programs on the machine do not count
     * @param megabytes the most that the process has had resident by then; 0 where the system does not say
     * @param result the picture or the error
     */
    record Outcome(long millis, long megabytes, String result) {}

    private Fork() {}

    /** On the class path. */
    static Map<String, Outcome> onTheClassPath(String heap, Path temporary, List<Path> files) throws Exception {
        List<String> options = List.of("-Xmx" + heap, "-cp", String.join(File.pathSeparator, jars(true)));
        return run("null", options, temporary, files);
    }

    /** On the class path, each file four times at once; the outcome is the slowest, of results that must be the same. */
    static Map<String, Outcome> fourAtOnce(String heap, Path temporary, List<Path> files) throws Exception {
        List<String> options = List.of(
                "-Xmx" + heap, "-Demotion4j.test.threads=4", "-cp", String.join(File.pathSeparator, jars(true)));
        return run("null", options, temporary, files);
    }

    /** On the module path: this library and its plug-ins as modules, the program itself on the class path. */
    static Map<String, Outcome> onTheModulePath(Path temporary, List<Path> files) throws Exception {
        List<String> options = List.of(
                "-Xmx512m",
                "-p",
                String.join(File.pathSeparator, jars(false)),
                "--add-modules",
                "io.emotion4j.api",
                "-cp",
                location(DecodeMain.class));
        return run("io.emotion4j.api", options, temporary, files);
    }

    private static Map<String, Outcome> run(String module, List<String> options, Path temporary, List<Path> files)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Djava.awt.headless=true", "-XX:-UsePerfData", "-Djava.io.tmpdir=" + temporary));
        command.addAll(options);
        command.add(DecodeMain.class.getName());
        files.forEach(file -> command.add(file.toAbsolutePath().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(temporary.toFile()).redirectErrorStream(true);
        // The JVM would say on standard error that it picked it up.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        List<String> lines = output.lines().toList();
        assertThat(lines.get(0)).isEqualTo("module\t" + module);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split("\t", 4);
            assertThat(parts).as(output).hasSize(4);
            outcomes.put(
                    Path.of(parts[0]).getFileName().toString(),
                    new Outcome(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]));
        }
        assertThat(outcomes).as(output).hasSameSizeAs(files);
        return outcomes;
    }

    /** Tests run on the class path or, by surefire, on the module path: the jars are in one property or the other. */
    private static List<String> jars(boolean withTests) {
        List<String> all = new ArrayList<>();
        if (withTests) {
            all.add(location(DecodeMain.class));
        }
        all.add(location(RgbImage.class));
        Stream.of("jdk.module.path", "java.class.path")
                .flatMap(property -> Stream.of(System.getProperty(property, "").split(File.pathSeparator)))
                .filter(path -> path.matches(".*(twelvemonkeys|imageio-|common-|jspecify).*\\.jar"))
                .distinct()
                .forEach(all::add);
        return all;
    }

    private static String location(Class<?> type) {
        try {
            Path place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            // Surefire patches test classes into the module, whose place is then that of the main classes.
            Path tests = place.resolveSibling("test-classes");
            return (type == DecodeMain.class && place.endsWith("classes") ? tests : place).toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
