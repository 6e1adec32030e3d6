package io.emotion4j.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program of the archive, in an empty home, with a Java runtime alone and without a network. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for sh")
class ProgramTest {

    private static final Path SAMPLE =
            Path.of("../samples/seven-expressions.png").toAbsolutePath();
    private static final List<String> WITHOUT_NETWORK = List.of("unshare", "--map-root-user", "--net");

    /** As people have it: the folder's name has spaces and letters beyond ASCII. */
    @TempDir
    static Path folder;

    private static Path home;

    private static Path script;

    @TempDir
    Path empty;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void unpack() throws IOException {
        home = Unpacked.into(Files.createDirectories(folder.resolve("my own programs, größer")));
        script = home.resolve("bin/emotion4j");
    }

    @BeforeEach
    void nothingButTheSystemsTools() throws IOException {
        Path tools = Files.createDirectories(empty.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed", "locale", "sh", "unshare")) {
            for (String place : List.of("/usr/bin/", "/bin/")) {
                if (Files.exists(Path.of(place + tool)) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), Path.of(place + tool));
                }
            }
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", Files.createDirectories(empty.resolve("home")).toString());
        environment.put(
                "EMOTION4J_OPTS",
                "-Duser.home=" + empty.resolve("home") + " -Djava.io.tmpdir=" + empty.resolve("temp"));
        Files.createDirectories(empty.resolve("temp"));
        environment.put("LC_ALL", "C.UTF-8");
    }

    @Test
    void sampleIsAnalyzedOfflineByARuntimeAlone() throws Exception {
        Path runtime = runtime();
        assertThat(runtime.resolve("bin/javac")).doesNotExist();
        environment.put("JAVA_HOME", runtime.toString());
        Started program = offline(script.toString(), "--format", "csv", SAMPLE.toString());
        assertThat(program.err()).isEmpty();
        assertThat(program.exit()).isZero();
        assertThat(program.out().lines()).hasSize(8).anyMatch(line -> line.contains("surprise"));
        try (Stream<Path> left = Stream.concat(Files.list(empty.resolve("home")), Files.list(empty.resolve("temp")))) {
            assertThat(left).as("what it left behind").isEmpty();
        }
    }

    @Test
    void runtimeBesideItGoesBeforeAnyOther() throws Exception {
        Path jre = Files.createSymbolicLink(home.resolve("jre"), runtime());
        try {
            environment.put("JAVA_HOME", empty.resolve("nowhere").toString());
            Started program = offline(script.toString(), "doctor");
            assertThat(program.out()).contains("Ready.").contains("onnx        chosen");
            assertThat(program.exit()).isZero();
        } finally {
            Files.delete(jre);
        }
    }

    @Test
    void linksToItWorkFromAnywhereWithTheJavaOfThePath() throws Exception {
        Path bin = Files.createDirectories(empty.resolve("bin of mine"));
        Files.createSymbolicLink(bin.resolve("first"), script);
        Files.createSymbolicLink(bin.resolve("emotions"), Path.of("first"));
        Files.createSymbolicLink(empty.resolve("tools/java"), java());
        Started program = Started.of(List.of(bin.resolve("emotions").toString(), "--version"), empty, environment);
        assertThat(program)
                .isEqualTo(new Started(
                        0, "emotion4j " + home.getFileName().toString().substring("emotion4j-".length()) + "\n", ""));
    }

    @Test
    void folderWithAColonInItsNameIsSaid() throws Exception {
        Path copy = Files.createDirectories(empty.resolve("12:30/bin")).resolve("emotion4j");
        Files.copy(script, copy, StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(Started.of(List.of(copy.toString(), "--version"), empty, environment))
                .isEqualTo(new Started(
                        3,
                        "",
                        "emotion4j: the folder '"
                                + copy.toRealPath().getParent().getParent()
                                + "' has a colon in its name, with which Java finds no library; move it to another\n"));
    }

    @Test
    void missingJavaIsSaid() throws Exception {
        assertThat(Started.of(List.of(script.toString(), "--version"), empty, environment))
                .isEqualTo(
                        new Started(
                                3,
                                "",
                                "emotion4j: no Java found (looked for 'java'); install a Java 17 or newer, or set JAVA_HOME to one\n"));
        environment.put("JAVA_HOME", "/not/there");
        assertThat(Started.of(List.of(script.toString(), "--version"), empty, environment)
                        .err())
                .contains("looked for '/not/there/bin/java'");
    }

    @Test
    void oldJavaIsSaidWhetherItsVersionStandsInAFileOrNot() throws Exception {
        Path old = empty.resolve("old java");
        Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '    java.version = 1.8.0_392' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        environment.put("JAVA_HOME", old.toString());
        Started asked = Started.of(List.of(script.toString(), "--version"), empty, environment);
        assertThat(asked.exit()).isEqualTo(3);
        assertThat(asked.err())
                .isEqualTo(
                        "emotion4j: " + java
                                + " is Java 1.8.0_392, expected 17 or newer; install a Java 17 or newer, or set JAVA_HOME to one\n");
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"11.0.2\"\n");
        assertThat(Started.of(List.of(script.toString(), "--version"), empty, environment)
                        .err())
                .contains("is Java 11.0.2, expected 17");
    }

    @Test
    void trainerThatIsNotInItIsNamed() throws Exception {
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        Started program = Started.of(List.of(script.toString(), "train-classifier"), empty, environment);
        assertThat(program.exit()).isEqualTo(3);
        assertThat(program.err()).contains("needs the trainer, which is not in " + home + "/lib", "README.md");
    }

    @Test
    void exitCodeAndArgumentsAreTheProgramsOwn() throws Exception {
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        Started program = Started.of(List.of(script.toString(), "no such *.png"), empty, environment);
        assertThat(program.exit()).isEqualTo(1);
        assertThat(program.err()).contains("no such *.png");
    }

    private Started offline(String... command) throws Exception {
        List<String> all = new ArrayList<>(
                Started.works("unshare", "--map-root-user", "--net", "true") ? WITHOUT_NETWORK : List.of());
        all.addAll(List.of(command));
        return Started.of(all, empty, environment);
    }

    /** A small Java, made once, by the command of the README. */
    private static Path runtime() throws IOException {
        Path runtime = folder.resolve("runtime");
        if (Files.exists(runtime)) {
            return runtime;
        }
        ToolProvider jlink = ToolProvider.findFirst("jlink").orElse(null);
        assumeThat(jlink != null
                        && (Files.exists(Path.of(System.getProperty("java.home"), "jmods"))
                                || Runtime.version().feature() >= 24))
                .as("needs a JDK with jlink and its modules, which this one has not")
                .isTrue();
        Matcher command =
                Pattern.compile("`jlink (.*) --output jre`").matcher(Files.readString(home.resolve("README.md")));
        assertThat(command.find()).isTrue();
        List<String> words = new ArrayList<>(List.of(command.group(1).split(" ")));
        words.addAll(List.of("--output", runtime.toString()));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        assertThat(jlink.run(writer, writer, words.toArray(String[]::new)))
                .as("%s", said)
                .isZero();
        return runtime;
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
