package io.emotion4j;

import java.util.Objects;

/**
 * An analysis was given up before it had a result, though nothing is wrong with the picture or the engine. The message says at which
 * stage.
 *
 * @since 0.1.0
 */
public final class AnalysisAbortedException extends EmotionException {

    private static final long serialVersionUID = 1L;

    /** Why an analysis was given up. */
    public enum Reason {
        /** Its time was up: see {@link EmotionAnalyzerBuilder#deadline} and {@link EmotionAnalyzer#withDeadline}. */
        DEADLINE,
        /** Its thread was interrupted; the thread is still marked so. */
        INTERRUPTED,
        /** Its future was cancelled, or completed by somebody else. */
        CANCELLED,
        /** As many asynchronous analyses as {@link EmotionAnalyzerBuilder#maxPending} allows were not done yet; this one was not begun. */
        TOO_MANY_PENDING
    }

    private final Reason reason;

    /**
     * With a reason.
     *
     * @param reason why
     * @param message what, which, expected and found, and what to do
     */
    public AnalysisAbortedException(Reason reason, String message) {
        super(message, null);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** {@return why it was given up} */
    public Reason reason() {
        return reason;
    }
}
