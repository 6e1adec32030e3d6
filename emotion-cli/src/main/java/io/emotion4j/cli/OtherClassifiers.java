package io.emotion4j.cli;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.FaceDetector;
import io.emotion4j.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Analyzers with other classifiers than the server's own, all of which find faces by one detector. */
record OtherClassifiers(List<EmotionAnalyzer> analyzers) implements AutoCloseable {

    /**
     * Opens them.
     *
     * @param names ids of shipped models, or models of the user's
     * @param first the server's own; its detector finds the faces for all
     * @throws IllegalArgumentException if an option is out of range
     */
    static OtherClassifiers open(List<String> names, EmotionAnalyzer first, AnalyzerOptions options, int concurrency) {
        OtherClassifiers opened = new OtherClassifiers(new ArrayList<>());
        FaceDetector detector = Objects.requireNonNull(first.detector(), "a server has a detector");
        try {
            for (String name : names) {
                opened.analyzers.add(options.builder(detector, Model.named(name))
                        .maxConcurrency(concurrency)
                        .build());
            }
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public void close() {
        analyzers.forEach(EmotionAnalyzer::close);
    }
}
