package io.emotion4j;

/**
 * An engine failed while it ran a model.
 *
 * @since 0.1.0
 */
public final class InferenceException extends EmotionException {

    private static final long serialVersionUID = 1L;

    /**
     * With a message alone.
     *
     * @param message what, which, expected and found, and what to do
     */
    public InferenceException(String message) {
        super(message, null);
    }

    /**
     * With a cause.
     *
     * @param message what, which, expected and found, and what to do
     * @param cause what was thrown below
     */
    public InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
