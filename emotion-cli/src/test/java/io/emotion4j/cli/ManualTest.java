package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The manual pages and the shell's completion. */
class ManualTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Manual.main(new String[] {folder.toString()});
    }

    @Test
    void everyCommandHasAPageWithAllItsOptions() throws IOException {
        assertThat(check(Main.commandLine())).isGreaterThan(10);
    }

    /** How many commands there are. */
    private int check(CommandLine command) throws IOException {
        String name = command.getCommandSpec().qualifiedName("-");
        String page = Files.readString(folder.resolve("man/man1/" + name + ".1"));
        assertThat(page).startsWith(".TH \"").contains(".SH NAME\n" + name.replace("-", "\\-") + " \\- ");
        command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .forEach(
                        option -> assertThat(page).contains(option.longestName().replace("-", "\\-")));
        assertThat(page).doesNotContain("${", "%n");
        int commands = 1;
        for (CommandLine subcommand : command.getSubcommands().values()) {
            commands += check(subcommand);
        }
        return commands;
    }

    @Test
    void exitCodesAndOtherPagesAreNamed() throws IOException {
        String page = Files.readString(folder.resolve("man/man1/emotion4j.1"));
        assertThat(page)
                .contains(".SH EXIT STATUS\n.TP\n\\fB0\\fR\nevery picture was analyzed")
                .contains("\\fBemotion4j\\-serve\\fR(1)");
    }

    @Test
    void groffHasNothingToSayAboutThePages() throws Exception {
        assumeThat(succeeds("groff", "--version"))
                .as("needs groff, which is not here")
                .isTrue();
        try (Stream<Path> pages = Files.list(folder.resolve("man/man1"))) {
            for (Path page : pages.toList()) {
                assertThat(output("groff", "-ww", "-man", "-Tutf8", "-z", page.toString()))
                        .as("%s", page)
                        .isEmpty();
            }
        }
    }

    @Test
    void bashCompletesCommandsOptionsAndValues() throws Exception {
        assumeThat(succeeds("bash", "--version"))
                .as("needs bash, which is not here")
                .isTrue();
        assertThat(completions("emotion4j", "ser")).containsExactly("serve");
        assertThat(completions("emotion4j", "serve", "--po")).containsExactly("--port");
        assertThat(completions("emotion4j", "--format", "js")).contains("json", "jsonl");
    }

    private List<String> completions(String... words) throws Exception {
        // compopt works within a completion alone.
        String script = "compopt() { :; }\n. '" + folder.resolve("completion/emotion4j.sh") + "'\nCOMP_WORDS=("
                + String.join(" ", words)
                + ")\nCOMP_CWORD=" + (words.length - 1)
                + "\n_complete_emotion4j\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
        return output("bash", "-c", script).lines().map(String::strip).toList();
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Both streams. */
    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
