package io.emotion4j.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.output.JsonWriter;
import io.emotion4j.output.Result;
import io.emotion4j.output.Setup;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** An analyzer in a server of yours, here the JDK's own: POST a picture, get JSON. {@code emotion4j serve} does it in full. */
public final class EmbeddedServer {

    private static final int MAX_BYTES = 8 << 20;

    private EmbeddedServer() {}

    /**
     * Serves until the process ends.
     *
     * @param args a port
     * @throws IOException if it is in use
     */
    public static void main(String[] args) throws IOException {
        HttpServer server = start(EmotionAnalyzer.create(), Integer.parseInt(args[0]));
        System.out.println("curl --data-binary @photo.jpg http://localhost:"
                + server.getAddress().getPort());
    }

    static HttpServer start(EmotionAnalyzer analyzer, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors()));
        server.createContext("/", exchange -> {
            byte[] picture = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
            if (picture.length > MAX_BYTES) {
                answer(exchange, 413, Result.failed("request", "more than " + MAX_BYTES + " bytes"), analyzer);
                return;
            }
            try {
                answer(exchange, 200, Result.of("request", analyzer.analyze(picture)), analyzer);
            } catch (ImageDecodeException e) {
                answer(exchange, 422, Result.failed("request", String.valueOf(e.getMessage())), analyzer);
            }
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, Result result, EmotionAnalyzer analyzer)
            throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = JsonWriter.lines(text, Setup.of(analyzer))) {
            json.write(result);
        }
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
