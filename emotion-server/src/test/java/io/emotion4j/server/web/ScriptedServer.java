package io.emotion4j.server.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Gives the page, and answers to pictures and questions for the model what was told beforehand, in turn: what the real server says in its
 * worst hours. One face when nothing is left.
 */
final class ScriptedServer implements AutoCloseable {

    static final String ONE_FACE = """
            {"file":"picture","width":320,"height":240,"engine":"none","detector":"told","classifier":"told",
             "millis":{"decode":1,"detect":2,"classify":3},
             "faces":[{"box":{"x":100,"y":60,"width":90,"height":110},"confidence":0.9,"landmarks":null,"emotion":"happy","score":0.8,
          "scores":{"angry":0.05,"disgust":0.01,"fear":0.01,"happy":0.8,"sad":0.03,"surprise":0.05,"neutral":0.05}}]}\
        """;

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Set<String> lacking = ConcurrentHashMap.newKeySet();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    record Answer(int status, String body, String... header) {}

    private ScriptedServer(HttpServer server) {
        this.server = server;
    }

    static ScriptedServer start(Answer... answers) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ScriptedServer server = new ScriptedServer(http);
        server.answers.addAll(new ArrayDeque<>(List.of(answers)));
        http.setExecutor(server.threads);
        http.createContext("/", server::page);
        http.createContext("/predict", server::told);
        http.createContext("/explain", server::told);
        http.start();
        return server;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** What pictures came with in the header Authorization. */
    List<String> tokens() {
        return tokens;
    }

    /** Where answers that were told were asked for. */
    List<String> asked() {
        return asked;
    }

    /** Answers 404 where this file is asked for. */
    void lacks(String name) {
        lacking.add(name);
    }

    private void page(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/model")) {
            told(exchange);
            return;
        }
        String name = path.equals("/") ? "index.html" : path.substring(1);
        try (exchange;
                InputStream file = ScriptedServer.class.getResourceAsStream("/io/emotion4j/server/web/" + name)) {
            if (file == null || lacking.contains(name)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] bytes = file.readAllBytes();
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void told(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            asked.add(exchange.getRequestURI().toString());
            tokens.add(exchange.getRequestHeaders()
                    .getOrDefault("Authorization", List.of("none"))
                    .get(0));
            Answer next = answers.poll();
            Answer answer = next == null ? new Answer(200, ONE_FACE) : next;
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            for (int i = 0; i < answer.header().length; i += 2) {
                exchange.getResponseHeaders().set(answer.header()[i], answer.header()[i + 1]);
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
