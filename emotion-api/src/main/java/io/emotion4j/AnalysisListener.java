package io.emotion4j;

import java.time.Duration;

/**
 * Receives the start and the outcome of each analysis of an {@link EmotionAnalyzer}: for metrics and logs. It is called on the
 * analysis' thread, by many threads at once, and should be quick; what it throws reaches the caller of the analysis. {@code detect}
 * and {@code classify} alone are not reported.
 *
 * @since 0.1.0
 */
public interface AnalysisListener {

    /** An analysis was asked for. One of the other two methods follows, on the same thread. */
    default void started() {}

    /**
     * An analysis has its result.
     *
     * @param analysis the result
     * @param elapsed since it was asked for, waiting for others to end included
     */
    default void succeeded(Analysis analysis, Duration elapsed) {}

    /**
     * An analysis ended without a result.
     *
     * @param failure what its caller gets, such as an {@link ImageDecodeException}
     * @param elapsed since it was asked for
     */
    default void failed(Throwable failure, Duration elapsed) {}
}
