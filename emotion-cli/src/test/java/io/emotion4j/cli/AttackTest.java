package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server under requests that were made to exhaust it: it lives, a client that sends a photo meanwhile has its answer each time, and memory
 * that was needed once is given back.
 */
@Timeout(600)
class AttackTest {

    private static final Path ROOT = Path.of("..");
    private static final Path FILES = Path.of("..", "..", "shared", "cases", "server");

    /** What the issue of an attacked server asks for, of a container of 1024 MB and of any other machine. */
    private static final long MOST_MEGABYTES = 700;

    private static final long MOST_MILLIS = 1000;

    @TempDir
    Path folder;

    @BeforeEach
    void memoryCanBeRead() {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/status")), "skipped: this system has no /proc/self/status");
    }

    /** In a JVM with the container's flags, in the container's memory. Times are for the reader, since they are the machine's. */
    @Test
    void nobodyIsHarmedInTheContainersMemory() throws Exception {
        List<String> jvm = new ArrayList<>(containerFlags());
        // As `--memory 1g --cpus 2` shows them to the JVM.
        jvm.addAll(List.of("-XX:MaxRAM=1g", "-XX:ActiveProcessorCount=2"));
        try (ServeProcess serve = ServeProcess.start(folder, jvm, Map.of("MALLOC_ARENA_MAX", "2"))) {
            AttackTable.of(serve, FILES);
            assertThat(AttackTable.megabytesOnceBelow(serve, MOST_MEGABYTES))
                    .as("resident MB")
                    .isLessThan(MOST_MEGABYTES);
            assertThat(serve.stop()).isTrue();
        }
    }

    /** At default settings, as {@code ./emotion4j serve} starts it; for a machine that does nothing else: {@code testing/attack}. */
    @Tag("attack")
    @Test
    void nobodyWaitsForLongAtDefaultSettings() throws Exception {
        try (ServeProcess serve = ServeProcess.start(folder, scriptsFlags(), Map.of("MALLOC_ARENA_MAX", "2"))) {
            List<AttackTable.Row> rows = AttackTable.of(serve, FILES);
            long megabytes = AttackTable.megabytesOnceBelow(serve, MOST_MEGABYTES);
            System.out.println("Resident memory once it was given back: " + megabytes + " MB");
            assertThat(rows)
                    .allSatisfy(row ->
                            assertThat(row.slowestMillis()).as(row.attack()).isLessThan(MOST_MILLIS));
            assertThat(megabytes).as("resident MB").isLessThan(MOST_MEGABYTES);
            assertThat(serve.stop()).isTrue();
        }
    }

    /** The options of the JVM in the Dockerfile's entry point. */
    private static List<String> containerFlags() throws IOException {
        String recipe = Files.readString(ROOT.resolve("Dockerfile")).replace("\\\n", " ");
        Matcher entry = Pattern.compile("ENTRYPOINT \\[(.*?)]").matcher(recipe);
        assertThat(entry.find()).isTrue();
        List<String> flags = Arrays.stream(entry.group(1).split(","))
                .map(word -> word.strip().replace("\"", ""))
                .filter(word -> word.startsWith("-XX:"))
                .toList();
        assertThat(flags)
                .anyMatch(flag -> flag.startsWith("-XX:MaxRAMPercentage="))
                .noneMatch(flag -> flag.contains("Exit"));
        return flags;
    }

    /** The options of the collector with which the script starts a server. */
    private static List<String> scriptsFlags() throws IOException {
        Matcher flags =
                Pattern.compile("gc=\"(-XX:\\+UseG1GC .*?)\"").matcher(Files.readString(ROOT.resolve("emotion4j")));
        assertThat(flags.find()).isTrue();
        return List.of(flags.group(1).split(" "));
    }
}
