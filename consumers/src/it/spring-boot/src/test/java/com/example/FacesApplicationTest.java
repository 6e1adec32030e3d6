package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starts the packed application as a program of its own and talks to it. */
class FacesApplicationTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private String address = "";

    @Test
    @Timeout(180)
    void thePackedApplicationAnswersEightAtOnceAndEndsInOrderWhenTerminated() throws Exception {
        int port = freePort();
        address = "http://127.0.0.1:" + port;
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        System.getProperty("application"),
                        "--server.address=127.0.0.1",
                        "--server.port=" + port)
                .redirectErrorStream(true)
                .start();
        // Killed before its output is closed: else a failure would wait for ever for whoever reads that.
        try (BufferedReader output = application.inputReader();
                Closeable end = application::destroyForcibly) {
            String line = output.readLine();
            while (line != null && !line.contains("Started FacesApplication")) {
                line = output.readLine();
            }
            assertThat(line).as("the application started").isNotNull();
            // Else it would stop when nobody reads what it writes. A thread of its own: from Java 25 on the common pool, which on two
            // processors is one thread, completes what the HTTP client began, too.
            CompletableFuture<String> rest = CompletableFuture.supplyAsync(
                    () -> String.join("\n", output.lines().toList()), work -> new Thread(work).start());

            byte[] sample = Files.readAllBytes(Path.of(System.getProperty("sample")));
            assertThat(List.copyOf(eightAtOnce(sample)))
                    .allSatisfy(answer -> {
                        assertThat(answer.statusCode()).isEqualTo(200);
                        assertThat(answer.body()).contains("\"emotion\":\"happy\"", "\"emotion\":\"sad\"");
                    });
            assertThat(send("no picture".getBytes()).get())
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                    .satisfies(answer -> assertThat(answer.body()).contains("\"reason\":\"UNKNOWN_FORMAT\""));
            assertThat(get("/actuator/health")).contains("\"status\":\"UP\"");
            assertThat(get("/actuator/metrics/emotion4j.analysis?tag=stage:total&tag=outcome:success"))
                    .contains("\"statistic\":\"COUNT\",\"value\":8.0");

            // Terminated while it works: whatever it answers is whole, and it ends by itself.
            CompletableFuture<HttpResponse<String>> last = send(sample);
            while (get("/actuator/metrics/emotion4j.analyses.in.flight").contains("\"value\":0.0") && !last.isDone()) {
                Thread.onSpinWait();
            }
            // By its handle: Process.destroy() would close what it writes, too.
            application.toHandle().destroy();
            assertThat(last.get().statusCode()).isEqualTo(200);
            assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(application.exitValue()).as(rest.get()).isEqualTo(143);
            assertThat(rest.get()).contains("Graceful shutdown complete").doesNotContain("SIGSEGV", "ERROR");
        }
    }

    private List<HttpResponse<String>> eightAtOnce(byte[] picture) {
        return IntStream.range(0, 8)
                .mapToObj(i -> send(picture))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private CompletableFuture<HttpResponse<String>> send(byte[] picture) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a\"\r\n\r\n").getBytes());
        body.writeBytes(picture);
        body.writeBytes("\r\n--cut--\r\n".getBytes());
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create(address + "/faces"))
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
                .body();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
