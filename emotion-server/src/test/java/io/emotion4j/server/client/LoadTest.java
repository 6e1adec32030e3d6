package io.emotion4j.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.server.TestServer;
import io.emotion4j.testing.TestPictures;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class LoadTest {

    /** The short form of the load test; docs/server.md has the long one. Times depend on the machine and are not asserted. */
    @Test
    void sixtyFourClientsAreAllAnswered() throws Exception {
        try (TestServer server = TestServer.start()) {
            ServerClient client = new ServerClient(server.url(), null);
            ServerCall call = ServerCall.raw("/predict", TestPictures.oneFace());
            Load load = Load.run(
                    64,
                    Duration.ofSeconds(2),
                    () -> Integer.toString(client.send(call).statusCode()));
            System.out.println("64 clients: " + load);
            assertThat(load.outcomes()).containsOnlyKeys("200");
            assertThat(load.sortedNanos()).hasSizeGreaterThanOrEqualTo(64).isSorted();
        }
    }

    @Test
    void quantilesAreThoseOfTheCalls() {
        long[] nanos = new long[200];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = (i + 1) * 1_000_000L;
        }
        Load load = new Load(2, Map.of("200", 200), nanos);
        assertThat(load.throughput()).isEqualTo(100);
        assertThat(load.millis(0.5)).isEqualTo(100);
        assertThat(load.millis(0.99)).isEqualTo(198);
        assertThat(load.toString()).contains("median 100.0 ms, p99 198.0 ms (1.98 times the median)", "200: 200");
    }

    @Test
    void failuresAreCountedByTheirName() throws Exception {
        Load load = Load.run(1, Duration.ofNanos(1), () -> {
            throw new IllegalStateException("no answer");
        });
        assertThat(load.outcomes()).containsOnlyKeys("java.lang.IllegalStateException: no answer");
    }
}
