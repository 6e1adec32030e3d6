package io.emotion4j.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.server.client.ServerCall;
import io.emotion4j.server.client.ServerClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on a free port of this machine, with the shipped models or with made-up ones. */
public final class TestServer implements AutoCloseable {

    /** Opened once: it is safe to share. */
    private static final class Shipped {
        static final EmotionAnalyzer ANALYZER = EmotionAnalyzer.create();
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EmotionServer server;
    private final List<String> log;
    private final ServerClient client;

    private TestServer(EmotionServer server, List<String> log) {
        this.server = server;
        this.log = log;
        this.client = new ServerClient(url(), null);
    }

    /** With the shipped models. */
    public static TestServer start() throws IOException {
        return start(new Settings());
    }

    static TestServer start(Settings settings) throws IOException {
        return start(Shipped.ANALYZER, settings);
    }

    static TestServer start(FakeModels fake, Settings settings) throws IOException {
        EmotionAnalyzer analyzer = EmotionAnalyzer.builder()
                .detector(fake)
                .classifier(fake.classifier())
                .build();
        return start(analyzer, settings);
    }

    static TestServer start(EmotionAnalyzer analyzer, Settings settings) throws IOException {
        List<String> log = new CopyOnWriteArrayList<>();
        return new TestServer(
                EmotionServer.start(
                        analyzer, settings.options().accessLog(log::add).build()),
                log);
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.port();
    }

    EmotionServer server() {
        return server;
    }

    List<String> log() {
        return log;
    }

    HttpResponse<String> send(ServerCall call) {
        try {
            return client.send(call);
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(ServerCall.get(path));
    }

    CompletableFuture<HttpResponse<String>> sendAsync(ServerCall call) {
        return CompletableFuture.supplyAsync(() -> send(call), work -> new Thread(work).start());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }

    static String error(HttpResponse<String> answer) {
        return json(answer).get("error").asText();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Options with defaults for tests. */
    static final class Settings {
        Set<String> corsOrigins = Set.of("*");
        int maxRequestBytes = 16 << 20;
        int concurrency = 2;
        int queue = 128;
        int clientLimit;
        int facesLimit = Integer.MAX_VALUE;
        Duration timeout = Duration.ofSeconds(60);
        String token;

        ServerOptionsBuilder options() {
            return ServerOptions.builder()
                    .port(0)
                    .corsOrigins(corsOrigins)
                    .maxRequestBytes(maxRequestBytes)
                    .concurrency(concurrency)
                    .queueLimit(queue)
                    .clientLimit(clientLimit)
                    .facesLimit(facesLimit)
                    .requestTimeout(timeout)
                    .token(token);
        }
    }
}
