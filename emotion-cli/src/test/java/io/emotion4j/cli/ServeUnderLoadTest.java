package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.server.client.Load;
import io.emotion4j.server.client.ServerCall;
import io.emotion4j.server.client.ServerClient;
import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose clients do not let it rest; {@code -Dserve.rounds=20} stops it more often, {@code -Dserve.seconds=60} loads it longer. */
@Timeout(1800)
class ServeUnderLoadTest {

    private static final int ROUNDS = Integer.getInteger("serve.rounds", 2);
    private static final int SECONDS = Integer.getInteger("serve.seconds", 5);

    /** A JVM that SIGTERM ends in good order says this. */
    private static final int TERMINATED = 143;

    /** Calls that each client has had answered before the signal comes. */
    private static final int ANSWERED = 2;

    @TempDir
    Path folder;

    @Test
    void sigtermEndsItInOrderWhileSixteenClientsAsk() throws Exception {
        List<Integer> exits = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (ServeProcess serve =
                    ServeProcess.start(Files.createDirectory(folder.resolve("round" + round)), List.of())) {
                askUntilItStops(serve, 16);
                exits.add(serve.exit());
            }
        }
        assertThat(exits).containsOnly(TERMINATED);
    }

    private static void askUntilItStops(ServeProcess serve, int clients) throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(clients * ANSWERED);
        ServerCall call = ServerCall.raw("/predict", TestPictures.oneFace());
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            for (int i = 0; i < clients; i++) {
                ServerClient client = new ServerClient(serve.url(), ServeProcess.TOKEN);
                threads.submit(() -> {
                    while (true) {
                        if (client.send(call).statusCode() == 200) {
                            answered.countDown();
                        }
                    }
                });
            }
            assertThat(answered.await(5, TimeUnit.MINUTES)).as("answers of 200").isTrue();
            assertThat(serve.stop()).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aHundredClientsFitIntoASmallHeap() throws Exception {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/status")), "skipped: this system has no /proc/self/status");
        // The number of arenas as the script sets it.
        try (ServeProcess serve = ServeProcess.start(folder, List.of("-Xmx192m"), Map.of("MALLOC_ARENA_MAX", "2"))) {
            ServerClient client = new ServerClient(serve.url(), ServeProcess.TOKEN);
            ServerCall call = ServerCall.raw("/predict", TestPictures.oneFace());
            Load load = Load.run(100, Duration.ofSeconds(SECONDS), () -> status(client, call));
            long megabytes = serve.mostResidentKilobytes() / 1024;
            System.out.println("100 clients, -Xmx192m: at most " + megabytes + " MB resident; " + load);
            // What is too much at once is refused, and told to come back.
            assertThat(load.outcomes()).containsKey("200");
            assertThat(load.outcomes().keySet()).isSubsetOf("200", "503");
            assertThat(megabytes).isLessThan(450);
            assertThat(serve.stop()).isTrue();
            assertThat(serve.exit()).isEqualTo(TERMINATED);
        }
    }

    private static String status(ServerClient client, ServerCall call) throws IOException, InterruptedException {
        return String.valueOf(client.send(call).statusCode());
    }
}
