package io.emotion4j.spring;

import io.emotion4j.Analysis;
import io.emotion4j.AnalysisAbortedException;
import io.emotion4j.AnalysisListener;
import io.emotion4j.ImageDecodeException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Timer {@code emotion4j.analysis} by stage ({@code total}, {@code decode}, {@code detect}, {@code classify}), engine and outcome, and
 * gauge {@code emotion4j.analyses.in.flight}. Thread-safe.
 */
final class AnalysisMetrics implements AnalysisListener {

    private static final String SUCCESS = "success";
    /** An analysis without a result has no engine: most of them never reached one. */
    private static final String NO_ENGINE = "none";

    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();

    AnalysisMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("emotion4j.analyses.in.flight", inFlight, AtomicInteger::get)
                .description("Analyses that run or wait for others to end")
                .register(registry);
    }

    @Override
    public void started() {
        inFlight.incrementAndGet();
    }

    @Override
    public void succeeded(Analysis analysis, Duration elapsed) {
        inFlight.decrementAndGet();
        String engine = analysis.engine();
        timer("total", engine, SUCCESS).record(elapsed);
        timer("decode", engine, SUCCESS).record(ofMillis(analysis.millis().decode()));
        if (analysis.detector() != null) {
            timer("detect", engine, SUCCESS).record(ofMillis(analysis.millis().detect()));
        }
        if (!analysis.faces().isEmpty()) {
            timer("classify", engine, SUCCESS).record(ofMillis(analysis.millis().classify()));
        }
    }

    @Override
    public void failed(Throwable failure, Duration elapsed) {
        inFlight.decrementAndGet();
        String outcome = outcome(failure);
        timer("total", NO_ENGINE, outcome).record(elapsed);
        if (failure instanceof ImageDecodeException) {
            timer("decode", NO_ENGINE, outcome).record(elapsed);
        }
    }

    private static String outcome(Throwable failure) {
        if (failure instanceof ImageDecodeException refused) {
            return label(refused.reason());
        }
        return failure instanceof AnalysisAbortedException aborted ? label(aborted.reason()) : "failed";
    }

    private static String label(Enum<?> reason) {
        return reason.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Duration ofMillis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }

    private Timer timer(String stage, String engine, String outcome) {
        return Timer.builder("emotion4j.analysis")
                .description("Pictures analyzed, by stage; waiting for others to end is in the total alone")
                .tag("stage", stage)
                .tag("engine", engine)
                .tag("outcome", outcome)
                .register(registry);
    }
}
