package io.emotion4j.server.web;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.server.EmotionServer;
import io.emotion4j.server.ServerOptions;
import java.io.IOException;
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
        ServerOptions options = ServerOptions.builder()
                .port(0)
                .corsOrigins(Set.of())
                .concurrency(2)
                .token(token)
                .build();
        return new PageServer(analyzer, EmotionServer.start(analyzer, options));
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
}
