package io.emotion4j.server.web;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.model.Model;
import io.emotion4j.server.EmotionServer;
import io.emotion4j.server.ServerOptions;
import io.emotion4j.server.ServerOptionsBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The example server with the shipped models, on a free port. */
final class PageServer implements AutoCloseable {

    private final EmotionServer server;
    private final List<EmotionAnalyzer> analyzers;

    private PageServer(EmotionServer server, EmotionAnalyzer... analyzers) {
        this.server = server;
        this.analyzers = List.of(analyzers);
    }

    static PageServer start() throws IOException {
        return start((String) null);
    }

    /** One that only answers who sends this token, or everybody where it is null. */
    static PageServer start(String token) throws IOException {
        return start(ServerOptions.builder().token(token));
    }

    /** One with limits of its own. */
    static PageServer start(int maxRequestBytes) throws IOException {
        return start(ServerOptions.builder().maxRequestBytes(maxRequestBytes));
    }

    /** One where callers may choose another classifier. */
    static PageServer withOtherClassifier(String id) throws IOException {
        EmotionAnalyzer own = EmotionAnalyzer.create();
        EmotionAnalyzer other = EmotionAnalyzer.builder()
                .detector(own.detector())
                .classifierModel(Model.shipped(id))
                .build();
        ServerOptions options =
                ServerOptions.builder().port(0).otherClassifiers(List.of(other)).build();
        return new PageServer(EmotionServer.start(own, options), other, own);
    }

    private static PageServer start(ServerOptionsBuilder options) throws IOException {
        EmotionAnalyzer analyzer = EmotionAnalyzer.create();
        ServerOptions all = options.port(0).corsOrigins(Set.of()).concurrency(2).build();
        return new PageServer(EmotionServer.start(analyzer, all), analyzer);
    }

    /** A name and not an address, so that the browser takes it for secure and gives the camera. */
    String url() {
        return "http://localhost:" + server.port() + "/";
    }

    @Override
    public void close() {
        server.close();
        analyzers.forEach(EmotionAnalyzer::close);
    }
}
