package io.emotion4j.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Brings each request to its route: reads the body without a thread, then queues the work. */
final class Router extends Handler.Abstract {

    /** Who asks again at once, in place of after {@code Retry-After}, would take the processors from those whose turn it is. */
    private static final Executor REFUSED_LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    /** For the access log and the metrics. */
    static final String ROUTE = "io.emotion4j.route";

    /** A list of header names, not longer than any honest one. */
    private static final String HEADER_NAMES = "[A-Za-z0-9!#$%&'*+.^_`|~, -]{1,1000}";

    private final List<Route> routes;
    private final ServerOptions options;
    private final Workers workers;
    private final RequestMemory budget;
    private final ClientLimit clients;
    private final BearerToken token;

    Router(List<Route> routes, ServerOptions options, Workers workers, RequestMemory budget) {
        this.routes = routes;
        this.options = options;
        this.workers = workers;
        this.budget = budget;
        this.clients = new ClientLimit(options.clientLimit());
        this.token = new BearerToken(options.token());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback);
        try {
            if (request.getMethod().equals("OPTIONS")) {
                exchange.sendIgnoringBody(options(request, response));
            } else {
                dispatch(request, exchange);
            }
        } catch (RuntimeException | Error e) {
            exchange.sendIgnoringBody(Exchange.answerTo(e));
        }
        return true;
    }

    private void dispatch(Request request, Exchange exchange) {
        Route route = route(request);
        request.setAttribute(ROUTE, route.path());
        if (!route.open() && !token.allows(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
            throw new Refusal(Answer.error(401, "A token is needed: Authorization: Bearer ...")
                    .with("WWW-Authenticate", "Bearer"));
        }
        if (route.bodies().isEmpty()) {
            exchange.sendIgnoringBody(route.endpoint().answer(Input.EMPTY));
        } else {
            analyze(route, request, exchange);
        }
    }

    /** What a path takes; to a page of another origin that asks before it calls, also that it may send what it asks for. */
    private Answer options(Request request, Response response) {
        String allow = "*".equals(Request.getPathInContext(request))
                ? "GET, HEAD, POST, OPTIONS"
                : allow(ofPath(Request.getPathInContext(request)));
        Answer answer = new Answer(200, Answer.JSON, new byte[0], Map.of("Allow", allow), 0);
        String asked = request.getHeaders().get(HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS);
        boolean mayCall = response.getHeaders().contains(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN);
        return mayCall && asked != null && asked.matches(HEADER_NAMES)
                ? answer.with(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS.asString(), asked)
                : answer;
    }

    private Route route(Request request) {
        List<Route> candidates = ofPath(Request.getPathInContext(request));
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return candidates.stream()
                .filter(route -> route.method().equals(method))
                .findFirst()
                .orElseThrow(() -> notAllowed(candidates));
    }

    private List<Route> ofPath(String path) {
        List<Route> ofPath =
                routes.stream().filter(route -> route.path().equals(path)).toList();
        if (ofPath.isEmpty()) {
            Route page = WebPage.route(path);
            if (page == null) {
                throw new Refusal(404, "There is nothing at this path; /openapi.json lists what there is");
            }
            return List.of(page);
        }
        return ofPath;
    }

    private static Refusal notAllowed(List<Route> candidates) {
        String allow = allow(candidates);
        return new Refusal(Answer.error(405, "This path takes " + allow + ", not what was sent")
                .with("Allow", allow));
    }

    private static String allow(List<Route> candidates) {
        String methods = candidates.stream().map(Route::method).collect(Collectors.joining(", "));
        return methods + (methods.contains("GET") ? ", HEAD, OPTIONS" : ", OPTIONS");
    }

    private void analyze(Route route, Request request, Exchange exchange) {
        refuseEncoded(request.getHeaders().get(HttpHeader.CONTENT_ENCODING));
        Map<String, String> parameters = new HashMap<>();
        Request.extractQueryParameters(request).forEach(field -> parameters.put(field.getName(), field.getValue()));
        String address = Request.getRemoteAddr(request);
        clients.enter(address);
        Duration time = options.requestTimeout();
        BodyReader reader = new BodyReader(request, options.maxRequestBytes(), budget.of(address));
        Runnable free = () -> {
            reader.close();
            clients.leave(address);
        };
        String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        var unused = reader.read()
                .orTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((body, failure) -> {
                    if (failure == null) {
                        queue(route, new Input(contentType, body, parameters), exchange, free);
                    } else {
                        free.run();
                        bodyFailed(failure, exchange);
                    }
                });
    }

    /** What a compressed body would expand to is not known before, and pictures are compressed as they are. */
    private static void refuseEncoded(@Nullable String encoding) {
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new Refusal(Answer.error(
                            415, "Expected a body without Content-Encoding, found one with; send the picture as it is")
                    .with("Accept-Encoding", "identity"));
        }
    }

    private static void bodyFailed(Throwable thrown, Exchange exchange) {
        Throwable failure = Exchange.cause(thrown);
        if (failure instanceof TimeoutException) {
            exchange.sendAndClose(Answer.error(408, "The request did not come in within the server's time limit"));
        } else if (Exchange.isClientGone(failure)) {
            exchange.abandon(failure);
        } else {
            exchange.sendEarly(Exchange.answerTo(failure));
        }
    }

    private void queue(Route route, Input input, Exchange exchange, Runnable free) {
        CompletableFuture<Answer> work;
        try {
            work = workers.submit(() -> route.endpoint().answer(input));
        } catch (Refusal e) {
            free.run();
            REFUSED_LATER.execute(() -> exchange.send(e.answer()));
            return;
        }
        var unused = work.orTimeout(options.requestTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> {
                    free.run();
                    if (failure == null) {
                        exchange.send(answer);
                    } else if (Exchange.cause(failure) instanceof TimeoutException) {
                        exchange.send(Answer.later(503, "The analysis did not come in time; the server is busy", 5));
                    } else {
                        exchange.send(Exchange.answerTo(failure));
                    }
                });
    }
}
