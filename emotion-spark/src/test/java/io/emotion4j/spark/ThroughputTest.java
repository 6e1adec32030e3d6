package io.emotion4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints what docs/spark.md has under "What it costs"; profile {@code cluster} runs it. */
@Tag("cluster")
class ThroughputTest {

    private static final int PICTURES = Integer.getInteger("spark.throughput.pictures", 1000);
    private static final int ROUNDS = Integer.getInteger("spark.throughput.rounds", 3);

    @Test
    void sparkFindsTheFacesThatPlainThreadsFind(@TempDir Path folder) throws Exception {
        List<String> table = ThroughputMain.table(folder, PICTURES, ROUNDS);
        table.forEach(System.out::println);
        assertThat(table).hasSize(1 + 4 * ROUNDS + 4);
    }
}
