package io.emotion4j;

/**
 * No engine can do what was asked. The message lists what was looked at, why it was passed over, and what to add.
 *
 * @since 0.1.0
 */
public final class NoProviderException extends EmotionException {

    private static final long serialVersionUID = 1L;

    /**
     * With a message alone.
     *
     * @param message what, which, expected and found, and what to do
     */
    public NoProviderException(String message) {
        super(message, null);
    }

    /**
     * With a cause.
     *
     * @param message what, which, expected and found, and what to do
     * @param cause what was thrown below
     */
    public NoProviderException(String message, Throwable cause) {
        super(message, cause);
    }
}
