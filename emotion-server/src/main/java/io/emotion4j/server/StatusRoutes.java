package io.emotion4j.server;

import io.emotion4j.output.Setup;
import io.emotion4j.server.Route.Reply;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The endpoints that tell about the server itself. */
final class StatusRoutes {

    private final EmotionService service;
    private final Workers workers;
    private final Metrics metrics;
    private final BooleanSupplier stopping;
    private final Contract.Limits limits;

    StatusRoutes(
            EmotionService service,
            Workers workers,
            Metrics metrics,
            BooleanSupplier stopping,
            Contract.Limits limits) {
        this.service = service;
        this.workers = workers;
        this.metrics = metrics;
        this.stopping = stopping;
        this.limits = limits;
    }

    List<Route> all() {
        Answer health = Answer.json(health());
        Answer summary = Answer.json(ModelInfo.summary(service));
        Answer models = Answer.json(ModelInfo.models(service));
        Answer limits = Answer.json(this.limits);
        return List.of(
                get("/health", "Whether the process works, and on what", true, Contract.Health.class, input -> health),
                get(
                        "/ready",
                        "Whether requests should be sent here now; status 503 where not",
                        true,
                        Contract.Readiness.class,
                        input -> readiness()),
                get(
                        "/limits",
                        "How large a request and its picture may be, and which classifiers may be chosen",
                        true,
                        Contract.Limits.class,
                        input -> limits),
                get("/summary", "The classifier in short", false, Contract.Summary.class, input -> summary),
                get("/model", "The models with their cards", false, Contract.Models.class, input -> models),
                new Route(
                        "GET",
                        "/metrics",
                        "Counters and histograms for Prometheus",
                        List.of(),
                        false,
                        List.of(),
                        Reply.other("text/plain"),
                        input -> metrics.scrape()));
    }

    private static Route get(String path, String summary, boolean open, Class<?> type, Endpoint endpoint) {
        return new Route("GET", path, summary, List.of(), open, List.of(), Reply.of(type), endpoint);
    }

    /** The analyzer ran its models' golden checks when it was opened, and stays open as long as the server. */
    private Contract.Health health() {
        Setup setup = service.setup();
        return new Contract.Health(
                "healthy",
                true,
                true,
                setup.classifier(),
                ModelInfo.names(setup.labels()),
                setup.engine(),
                service.device(),
                String.valueOf(setup.detector()),
                service.classifier() == null
                        ? ""
                        : service.classifier().descriptor().version());
    }

    private Answer readiness() {
        boolean ready = !stopping.getAsBoolean() && !workers.full();
        Answer answer = Answer.json(new Contract.Readiness(ready, workers.queueLength()));
        return ready
                ? answer
                : new Answer(503, answer.contentType(), answer.body(), java.util.Map.of("Retry-After", "1"), 0);
    }
}
