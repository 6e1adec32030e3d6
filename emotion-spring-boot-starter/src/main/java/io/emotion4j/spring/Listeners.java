package io.emotion4j.spring;

import io.emotion4j.Analysis;
import io.emotion4j.AnalysisListener;
import java.time.Duration;
import java.util.List;

/** All listeners of the application as one. */
record Listeners(List<AnalysisListener> all) implements AnalysisListener {

    @Override
    public void started() {
        all.forEach(AnalysisListener::started);
    }

    @Override
    public void succeeded(Analysis analysis, Duration elapsed) {
        all.forEach(listener -> listener.succeeded(analysis, elapsed));
    }

    @Override
    public void failed(Throwable failure, Duration elapsed) {
        all.forEach(listener -> listener.failed(failure, elapsed));
    }
}
