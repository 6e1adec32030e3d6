package io.emotion4j.spark;

import io.emotion4j.EmotionAnalyzer;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The analyzers of this JVM, one for each different setting, opened when a task first asks and closed as the JVM ends. All tasks of an
 * executor share them. Thread-safe.
 */
final class ExecutorAnalyzers {

    private static final ConcurrentHashMap<AnalyzerSettings, EmotionAnalyzer> OPEN = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> OPEN.values().forEach(EmotionAnalyzer::close), "emotion4j-close"));
    }

    private ExecutorAnalyzers() {}

    static EmotionAnalyzer with(AnalyzerSettings settings) {
        return OPEN.computeIfAbsent(settings, AnalyzerSettings::open);
    }

    static int count() {
        return OPEN.size();
    }
}
