package io.emotion4j.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Brings each request to its route: reads the body without a thread, then queues the work. */
final class Router extends Handler.Abstract {

    /** For the access log and the metrics. */
    static final String ROUTE = "io.emotion4j.route";

    private final List<Route> routes;
    private final ServerOptions options;
    private final Workers workers;
    private final MemoryBudget budget;
    private final ClientLimit clients;
    private final BearerToken token;

    Router(List<Route> routes, ServerOptions options, Workers workers, MemoryBudget budget) {
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
            dispatch(request, exchange);
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

    private Route route(Request request) {
        String path = Request.getPathInContext(request);
        List<Route> ofPath =
                routes.stream().filter(route -> route.path().equals(path)).toList();
        if (ofPath.isEmpty()) {
            Route page = WebPage.route(path);
            if (page == null) {
                throw new Refusal(404, "There is nothing at this path; /openapi.json lists what there is");
            }
            ofPath = List.of(page);
        }
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        List<Route> candidates = ofPath;
        return candidates.stream()
                .filter(route -> route.method().equals(method))
                .findFirst()
                .orElseThrow(() -> notAllowed(candidates));
    }

    private static Refusal notAllowed(List<Route> candidates) {
        String methods = candidates.stream().map(Route::method).collect(Collectors.joining(", "));
        String allow = methods.contains("GET") ? methods + ", HEAD" : methods;
        return new Refusal(Answer.error(405, "This path takes " + allow + ", not what was sent")
                .with("Allow", allow));
    }

    private void analyze(Route route, Request request, Exchange exchange) {
        String address = Request.getRemoteAddr(request);
        clients.enter(address);
        Duration time = options.requestTimeout();
        BodyReader reader = new BodyReader(request, options.maxRequestBytes(), budget);
        Runnable free = () -> {
            reader.close();
            clients.leave(address);
        };
        String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        var unused = reader.read()
                .orTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((body, failure) -> {
                    if (failure == null) {
                        queue(route, new Input(contentType, body), exchange, free);
                    } else {
                        free.run();
                        bodyFailed(failure, exchange);
                    }
                });
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
            exchange.send(e.answer());
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
