package com.example;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.server.EmotionServer;
import io.emotion4j.server.ServerOptions;
import java.io.IOException;

/** Starts the server, and says where. */
public class OwnServer implements AutoCloseable {

    private final EmotionAnalyzer analyzer = EmotionAnalyzer.create();
    private final EmotionServer server;

    OwnServer(int port) throws IOException {
        server = EmotionServer.start(analyzer, ServerOptions.builder().port(port).build());
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
        analyzer.close();
    }

    public static void main(String[] args) throws Exception {
        try (OwnServer own = new OwnServer(8080)) {
            System.out.println(own.url());
            own.server.join();
        }
    }
}
