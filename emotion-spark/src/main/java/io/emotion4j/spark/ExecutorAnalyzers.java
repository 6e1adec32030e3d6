package io.emotion4j.spark;

import io.emotion4j.EmotionAnalyzer;
import java.util.HashMap;
import java.util.Map;

/**
 * The analyzers of this JVM, an executor's or, in local mode, the driver's: one for each set of options, opened by the task that
 * needs it first, shared by all tasks, closed as the JVM ends. Thread-safe.
 */
final class ExecutorAnalyzers {

    private static final Map<Map<String, String>, EmotionAnalyzer> OPEN = new HashMap<>();

    private ExecutorAnalyzers() {}

    /**
     * The analyzer with these options. Where it cannot be opened the next call tries again.
     *
     * @throws io.emotion4j.NoProviderException if there is no engine
     * @throws io.emotion4j.ModelLoadException if a model is missing or damaged
     */
    static EmotionAnalyzer get(Map<String, String> options) {
        synchronized (OPEN) {
            EmotionAnalyzer open = OPEN.get(options);
            if (open == null) {
                open = Options.builder(options).build();
                if (OPEN.isEmpty()) {
                    Runtime.getRuntime().addShutdownHook(new Thread(ExecutorAnalyzers::closeAll, "emotion4j-close"));
                }
                OPEN.put(options, open);
            }
            return open;
        }
    }

    private static void closeAll() {
        synchronized (OPEN) {
            OPEN.values().forEach(EmotionAnalyzer::close);
        }
    }
}
