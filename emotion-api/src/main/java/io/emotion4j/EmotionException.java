package io.emotion4j;

import org.jspecify.annotations.Nullable;

/**
 * The root of what this library throws unchecked, so that one {@code catch} holds all of it: {@link ModelLoadException}, {@link
 * NoProviderException}, {@link InferenceException}, {@link AnalysisAbortedException}. A wrong argument is an {@link
 * IllegalArgumentException} and use after closing an {@link IllegalStateException}, as everywhere in Java; a picture that cannot be
 * read is an {@link ImageDecodeException}, which is checked.
 *
 * @since 0.1.0
 */
public abstract sealed class EmotionException extends RuntimeException
        permits AnalysisAbortedException, InferenceException, ModelLoadException, NoProviderException {

    private static final long serialVersionUID = 1L;

    EmotionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
