package io.emotion4j.output;

import io.emotion4j.Analysis;
import org.jspecify.annotations.Nullable;

/**
 * What became of one picture: an analysis, or an error.
 *
 * @param file its name, as the user gave it
 * @param analysis what was found; null if it failed
 * @param error why it failed; null if it did not
 * @since 0.1.0
 */
public record Result(
        String file, @Nullable Analysis analysis, @Nullable String error) {

    /**
     * A picture that was analyzed.
     *
     * @param file its name
     * @param analysis what was found
     * @return the result
     */
    public static Result of(String file, Analysis analysis) {
        return new Result(file, analysis, null);
    }

    /**
     * A picture that failed.
     *
     * @param file its name
     * @param error why
     * @return the result
     */
    public static Result failed(String file, String error) {
        return new Result(file, null, error);
    }
}
