package io.emotion4j.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** One line of JSON a request, when it was answered; nothing of the picture is in it, nor who sent it. Counts it, too. */
final class AccessLog implements RequestLog {

    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_METHOD = 20;

    private final Consumer<String> lines;
    private final Metrics metrics;

    AccessLog(Consumer<String> lines, Metrics metrics) {
        this.lines = lines;
        this.metrics = metrics;
    }

    @Override
    public void log(Request request, Response response) {
        long nanos = System.nanoTime() - request.getBeginNanoTime();
        Object route = request.getAttribute(Router.ROUTE);
        String method = request.getMethod().matches("GET|HEAD|POST|OPTIONS") ? request.getMethod() : "other";
        metrics.answered(method, route == null ? "other" : route.toString(), response.getStatus(), nanos);
        Object faces = request.getAttribute(Exchange.FACES);
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("method", cut(request.getMethod(), LONGEST_METHOD))
                .put("path", path(request))
                .put("status", response.getStatus())
                .put("millis", Math.round(nanos / 1e4) / 100.0)
                .put("bytes", Request.getContentBytesRead(request))
                .put("faces", faces instanceof Integer count ? count.intValue() : 0);
        lines.accept(Json.ascii(line));
    }

    private static String path(Request request) {
        String path = Request.getPathInContext(request);
        return path == null ? "" : cut(path, LONGEST_PATH);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}
