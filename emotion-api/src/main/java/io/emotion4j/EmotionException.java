package io.emotion4j;

import org.jspecify.annotations.Nullable;

/**
 * The root of what this library throws unchecked, so that one {@code catch} holds all of it: {@link ModelLoadException}, {@link
 * NoProviderException}, {@link InferenceException}, {@link AnalysisAbortedException}, and what its other modules add. A wrong argument is an {@link
 * IllegalArgumentException} and use after closing an {@link IllegalStateException}, as everywhere in Java; a picture that cannot be
 * read is an {@link ImageDecodeException}, which is checked.
 *
 * @since 0.1.0
 */
public abstract class EmotionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * For modules of this library.
     *
     * @param message what went wrong, with which thing, and what to do
     * @param cause what it comes from; null where it begins here
     */
    protected EmotionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
