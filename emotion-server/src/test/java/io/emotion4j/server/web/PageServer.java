package io.emotion4j.server.web;

import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.model.Model;
import io.emotion4j.server.EmotionServer;
import io.emotion4j.server.EmotionService;
import io.emotion4j.server.ServerOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** The example server with the shipped models, on a free port. */
final class PageServer implements AutoCloseable {

    private final EmotionAnalyzer analyzer;
    private final EmotionServer server;

    private PageServer(EmotionAnalyzer analyzer, EmotionServer server) {
        this.analyzer = analyzer;
        this.server = server;
    }

    static PageServer start() throws IOException {
        return start(null);
    }

    /** One that only answers who sends this token, or everybody where it is null. */
    static PageServer start(String token) throws IOException {
        EmotionAnalyzer analyzer = EmotionAnalyzer.create();
        EmotionService service = new EmotionService(
                analyzer,
                shipped(analyzer.detector().id()),
                shipped(analyzer.classifier().id()),
                "cpu");
        ServerOptions options = new ServerOptions(
                "127.0.0.1", 0, Set.of(), 16 << 20, DecodeLimits.DEFAULT, 2, 16, 0, Duration.ofSeconds(30), token);
        return new PageServer(analyzer, EmotionServer.start(service, options, line -> {}));
    }

    /** A name and not an address, so that the browser takes it for secure and gives the camera. */
    String url() {
        return "http://localhost:" + server.port() + "/";
    }

    @Override
    public void close() {
        server.close();
        analyzer.close();
    }

    private static Model shipped(String id) {
        return Model.shipped().stream()
                .filter(model -> model.descriptor().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No shipped model " + id));
    }
}
