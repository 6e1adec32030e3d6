package io.emotion4j.server;

import io.emotion4j.Analysis;
import io.emotion4j.FaceEmotion;
import io.emotion4j.Timings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Counts and histograms, in the text form that Prometheus reads. Thread-safe. */
final class Metrics {

    private static final Duration[] BUCKETS = LongStream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    void queue(Supplier<Number> length) {
        Gauge.builder("emotion4j.queue.length", length)
                .description("Requests that wait for their analysis")
                .register(registry);
    }

    void running(Supplier<Number> count) {
        Gauge.builder("emotion4j.analyses.running", count)
                .description("Analyses at this moment")
                .register(registry);
    }

    void analyzed(Analysis analysis) {
        Timings timings = analysis.millis();
        stage("decode", "From bytes to pixels", analysis.engine(), timings.decode());
        stage("detect", "Finding the faces of a picture", analysis.engine(), timings.detect());
        if (!analysis.faces().isEmpty()) {
            stage("classify", "Scoring the expressions of a picture's faces", analysis.engine(), timings.classify());
        }
        for (FaceEmotion face : analysis.faces()) {
            Counter.builder("emotion4j.faces")
                    .description("Faces found, by their expression")
                    .tag("emotion", face.emotion().label())
                    .register(registry)
                    .increment();
        }
    }

    /** A request that was answered; the path is one of the routes', or there would be no end of them. */
    void answered(String method, String path, int status, long nanos) {
        Counter.builder("emotion4j.requests")
                .description("Requests answered")
                .tag("method", method)
                .tag("path", path)
                .tag("status", Integer.toString(status))
                .register(registry)
                .increment();
        Timer.builder("emotion4j.request")
                .description("From a request's first byte to the end of its answer")
                .tag("path", path)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    Answer scrape() {
        return new Answer(
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                registry.scrape().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.util.Map.of(),
                0);
    }

    private void stage(String name, String what, String engine, double millis) {
        Timer.builder("emotion4j." + name)
                .description(what)
                .tag("engine", engine)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(Math.round(millis * 1e6), TimeUnit.NANOSECONDS);
    }
}
