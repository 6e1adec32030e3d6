package io.emotion4j.model;

import java.util.Objects;

/**
 * What a classifier says of a face beside the scores, such as valence or age; handed through as it is.
 *
 * @param output the output's name
 * @param slice which numbers of a face's row
 * @since 0.1.0
 */
public record ExtraSpec(String output, SliceSpec slice) {

    /** Checks that neither is null. */
    public ExtraSpec {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(slice, "slice");
    }
}
