package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.server.client.ServerCall;
import io.emotion4j.server.client.ServerClient;
import io.emotion4j.testing.TestPictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Long use: the server's memory stays. In a short form, and in full with {@code -Psoak}. */
class ServerSoakTest {

    private static final int CLIENTS = 4;

    @TempDir
    Path folder;

    @Test
    @Timeout(600)
    void memoryStaysInAFewHundredRequests() throws Exception {
        // So few cannot tell a leak from what a JVM warms up with, only a large one.
        memoryStays(300, 1.25);
    }

    @Tag("soak")
    @Test
    void memoryStaysInFiftyThousandRequests() throws Exception {
        memoryStays(50_000, 1.05);
    }

    /** The heap is all there from the start and the compiler is the small one, so that other memory shows. */
    private void memoryStays(int requests, double most) throws Exception {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/status")), "skipped: this system has no /proc/self/status");
        List<String> jvm = List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1");
        try (ServeProcess serve = ServeProcess.start(folder, jvm)) {
            AtomicInteger sent = new AtomicInteger();
            run(serve, sent, requests / 10);
            long early = serve.residentKilobytes();
            run(serve, sent, requests);
            long late = serve.residentKilobytes();
            System.out.printf(
                    "%d requests: resident memory %d MB after a tenth, %d MB at the end%n",
                    requests, early / 1024, late / 1024);
            assertThat(late).isLessThan(Math.round(early * most));
            assertThat(serve.stop()).isTrue();
        }
    }

    /** Pictures in every form, with and without faces, of many streams, whole and broken; from time to time a new client. */
    private static void run(ServeProcess serve, AtomicInteger sent, int until) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> {
                    while (sent.get() < until) {
                        some(new ServerClient(serve.url(), ServeProcess.TOKEN), sent, until);
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static void some(ServerClient client, AtomicInteger sent, int until) throws Exception {
        byte[] face = TestPictures.oneFace();
        for (int i = 0; i < 500 && sent.get() < until; i++) {
            int number = sent.incrementAndGet();
            ServerCall call = switch (number % 8) {
                case 0 -> ServerCall.form("/emotion", "image", "a.jpg", face);
                case 1 ->
                    ServerCall.json(
                            "/predict_emotion_stream",
                            "{\"frame\":\"" + ServerCall.dataUrl(face) + "\",\"stream_id\":\"" + number + "\"}");
                case 2 -> ServerCall.raw("/inference", TestPictures.noFace());
                case 3 -> ServerCall.raw("/predict", new byte[100_000]);
                case 4 -> ServerCall.raw("/predict", TestPictures.bomb());
                case 5 -> ServerCall.get("/metrics");
                default -> ServerCall.raw("/predict", face);
            };
            int expected = number % 8 == 3 ? 415 : number % 8 == 4 ? 413 : 200;
            assertThat(client.send(call).statusCode()).isEqualTo(expected);
        }
    }
}
