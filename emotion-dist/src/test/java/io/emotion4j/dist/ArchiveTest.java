package io.emotion4j.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the archive. */
class ArchiveTest {

    @TempDir
    static Path folder;

    private static Path home;

    @BeforeAll
    static void unpack() throws IOException {
        home = Unpacked.into(folder);
    }

    @Test
    void everythingLiesInOneFolderInItsPlace() throws IOException {
        assertThat(names(folder)).hasSize(1);
        assertThat(names(home))
                .containsExactlyInAnyOrder("bin", "lib", "licences", "share", "LICENSE", "NOTICE", "README.md");
        assertThat(names(home.resolve("bin"))).containsExactlyInAnyOrder("emotion4j", "emotion4j.cmd");
        assertThat(names(home.resolve("share/man/man1"))).contains("emotion4j.1", "emotion4j-serve.1");
        assertThat(home.resolve("share/completion/emotion4j.sh")).isNotEmptyFile();
        assertThat(home.resolve("licences/emotion-models-LICENSE")).content().contains("NonCommercial");
        assertThat(home.resolve("README.md"))
                .content()
                .doesNotContain("${")
                .contains(home.getFileName().toString().replaceFirst("-", " "));
    }

    @Test
    void libraryHasOneEngineAndNothingOfTests() throws IOException {
        Set<String> jars = names(home.resolve("lib"));
        assertThat(jars).allMatch(jar -> jar.endsWith(".jar"));
        assertThat(families(jars))
                .contains(
                        "emotion-api",
                        "emotion-cli",
                        "emotion-codecs",
                        "emotion-models",
                        "emotion-onnx",
                        "onnxruntime",
                        "picocli")
                .doesNotContain(
                        "emotion-djl", "emotion-training", "emotion-testkit", "testing", "junit-jupiter", "ffmpeg");
    }

    @Test
    void licenceOfEveryLibraryIsNamed() throws IOException {
        String licences = Files.readString(home.resolve("licences/README.md"));
        Set<String> named = Pattern.compile("`([^`]+)`")
                .matcher(licences)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(named).containsAll(families(names(home.resolve("lib"))));
    }

    /** Nobody here can start it; so it is at least read. */
    @Test
    void scriptForWindowsHasItsLineEndingsAndNoUnquotedVariable() throws IOException {
        String script = Files.readString(home.resolve("bin/emotion4j.cmd"), StandardCharsets.US_ASCII);
        assertThat(script.replace("\r\n", "")).doesNotContain("\n", "\r");
        List<String> lines = script.lines().toList();
        assertThat(lines).contains("@echo off", "setlocal EnableExtensions DisableDelayedExpansion");
        // A name with a space or an ampersand must stay one word; numbers, options and all arguments are meant to be
        // several or bare.
        Pattern variable = Pattern.compile("%(?!%)(~?\\w+|\\w+:[^%]*)%|%~?(?:dp)?[0-9]");
        Set<String> bare = Set.of("%major%", "%access%", "%gc%", "%EMOTION4J_OPTS%", "%ERRORLEVEL%", "%version%");
        for (String line : lines) {
            Matcher found = variable.matcher(line);
            while (found.find() && !line.startsWith("rem ")) {
                long quotes = line.substring(0, found.start())
                        .chars()
                        .filter(letter -> letter == '"')
                        .count();
                assertThat(quotes % 2 == 1 || bare.contains(found.group()))
                        .as("%s in: %s", found.group(), line)
                        .isTrue();
            }
        }
        assertThat(jumps(script, "goto (\\w+)")).isSubsetOf(jumps(script, "(?m)^:(\\w+)"));
        assertThat(script).contains("\"%home%\\lib\\*\" \"%main%\" %*").endsWith("\r\n");
    }

    @Test
    void bothScriptsGiveTheSameOptionsToJavaAndReadTheSameVariables() throws IOException {
        String unix = withoutComments(home.resolve("bin/emotion4j"), "#");
        String windows = withoutComments(home.resolve("bin/emotion4j.cmd"), "rem ");
        Set<String> options = all(unix, "-X[\\w:+=]+|--enable-native-access=[\\w-]+");
        assertThat(options).hasSizeGreaterThan(5);
        // How a version is asked for differs.
        assertThat(all(windows, "-X[\\w:+=]+|--enable-native-access=[\\w-]+")).isEqualTo(options);

        Set<String> variables = all(unix, "\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b");
        // Those of the C library, of locales and of OpenMP; a line of the file that Java's version stands in.
        variables.removeAll(Set.of("MALLOC_ARENA_MAX", "GOMP_SPINCOUNT", "LC_ALL", "ANSI_X3", "JAVA_VERSION"));
        assertThat(variables).contains("JAVA_HOME", "EMOTION4J_OPTS", "TF_CPP_MIN_LOG_LEVEL");
        assertThat(windows).contains(variables);

        assertThat(all(windows, "io\\.emotion4j\\.[\\w.]+")).isEqualTo(all(unix, "io\\.emotion4j\\.cli\\.[\\w.]+"));
        Set<String> prefixes = Pattern.compile("([a-z]+-)\\*(?: \\||\\))")
                .matcher(unix)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(prefixes).hasSize(3);
        for (String prefix : prefixes) {
            assertThat(windows).contains("if \"%command:~0," + prefix.length() + "%\"==\"" + prefix + "\"");
        }
        assertThat(all(windows, "exit /b \\d+")).containsExactly("exit /b 3");
        assertThat(unix).contains("exit 3").contains("-ge 17").contains("-lt 22");
        assertThat(windows).contains("LSS 17", "GEQ 22");
    }

    @Test
    void commandOfTheScriptForWindowsIsEscapedWhereAnotherShellReadsItFirst() throws IOException {
        String windows = withoutComments(home.resolve("bin/emotion4j.cmd"), "rem ");
        List<String> nested =
                windows.lines().filter(line -> line.startsWith("for /f")).toList();
        assertThat(nested).hasSize(2);
        for (String line : nested) {
            String command = line.replaceAll(".* in \\((.*)\\) do .*", "$1");
            assertThat(command.replaceAll("\\^[|>&]", "")).doesNotContain("|", ">", "&");
            // A file's %-variables are written twice.
            assertThat(line).containsPattern("for /f \"[^\"]+\" %%\\w in \\(.*\\) do set \"\\w+=%%\\w\"");
        }
        // Else a bracket in a folder's name would end a block.
        assertThat(windows.lines()).noneMatch(line -> line.endsWith("(") || line.startsWith(")"));
        // Falling from one part into the next: every message's part ends the script.
        for (String part : windows.split("(?m)^:", -1)) {
            if (part.contains("echo emotion4j:")) {
                assertThat(part).containsPattern("1>&2\\R+exit /b 3\\R");
            }
        }
    }

    private static String withoutComments(Path script, String comment) throws IOException {
        return Files.readAllLines(script).stream()
                .filter(line -> !line.strip().startsWith(comment))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Set<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> jumps(String script, String pattern) {
        return Pattern.compile(pattern)
                .matcher(script)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    /** Their names without version. */
    private static Set<String> families(Set<String> jars) {
        return jars.stream().map(jar -> jar.replaceAll("-[0-9].*", "")).collect(Collectors.toSet());
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
