package io.emotion4j;

/**
 * A model cannot be loaded. The message names the file, what was expected and what was found.
 *
 * @since 0.1.0
 */
public final class ModelLoadException extends EmotionException {

    private static final long serialVersionUID = 1L;

    /**
     * With a message alone.
     *
     * @param message what, which, expected and found, and what to do
     */
    public ModelLoadException(String message) {
        super(message, null);
    }

    /**
     * With a cause.
     *
     * @param message what, which, expected and found, and what to do
     * @param cause what was thrown below
     */
    public ModelLoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
