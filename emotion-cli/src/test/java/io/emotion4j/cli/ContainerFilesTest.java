package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The compose file, the documented command and the image say the same; what the page offers is in the image. */
class ContainerFilesTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void composeFileHasTheLimitsOfTheDocumentedCommand() throws IOException {
        String compose = Files.readString(ROOT.resolve("compose.yaml"));
        String document = Files.readString(ROOT.resolve("docs/container.md"));
        assertThat(value(compose, "mem_limit: (\\S+)")).isEqualTo(value(document, "--memory (\\S+)"));
        assertThat(value(compose, "memswap_limit: (\\S+)")).isEqualTo(value(document, "--memory-swap (\\S+)"));
        assertThat(value(compose, "cpus: (\\S+)")).isEqualTo(value(document, "--cpus (\\S+)"));
        assertThat(value(compose, "pids_limit: (\\S+)")).isEqualTo(value(document, "--pids-limit (\\S+)"));
        assertThat(value(compose, "- \"([0-9.:]+)\"")).isEqualTo(value(document, "-p (\\S+)"));
        assertThat(compose)
                .contains(
                        "read_only: true",
                        "- ALL",
                        "no-new-privileges:true",
                        "restart: unless-stopped",
                        "healthcheck:");
    }

    @Test
    void sampleOfThePageGoesIntoTheImage() throws IOException {
        List<String> ignored = Files.readAllLines(ROOT.resolve(".dockerignore"));
        assertThat(ignored).contains(".git").noneMatch(line -> line.contains("samples"));
    }

    @Test
    void systemdUnitHasTheMemoryFlagsOfTheImage() throws IOException {
        String unit = Files.readString(ROOT.resolve("container/emotion4j.service"));
        assertThat(imageFlags()).hasSizeGreaterThan(4).allMatch(unit::contains);
    }

    /** How much heap there may be is the container's to say; how it is given back is everywhere the same. */
    @Test
    void scriptsGiveMemoryBackAsTheImageDoes() throws IOException {
        List<String> flags = imageFlags().stream()
                .filter(flag -> flag.contains("G1") || flag.contains("HeapFreeRatio"))
                .toList();
        assertThat(flags).hasSize(4);
        for (String script : List.of(
                "emotion4j", "emotion-dist/src/dist/bin/emotion4j", "emotion-dist/src/dist/bin/emotion4j.cmd")) {
            assertThat(Files.readString(ROOT.resolve(script))).as(script).contains(String.join(" ", flags));
        }
        assertThat(Files.readString(ROOT.resolve("Dockerfile"))).contains("MALLOC_ARENA_MAX=2");
    }

    private static List<String> imageFlags() throws IOException {
        return Pattern.compile("\"(-XX:[^\"]+)\"")
                .matcher(Files.readString(ROOT.resolve("Dockerfile")))
                .results()
                .map(flag -> flag.group(1))
                .toList();
    }

    private static String value(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
