package io.emotion4j.model;

import java.util.Objects;

/**
 * Where a classifier's scores are.
 *
 * @param output the output's name
 * @param kind what the numbers are
 * @since 0.1.0
 */
public record ScoresSpec(String output, Kind kind) {

    /** Checks that neither is null. */
    public ScoresSpec {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(kind, "kind");
    }

    /** What a classifier's numbers are. */
    public enum Kind {
        /** Any numbers; softmax turns them into probabilities. */
        LOGITS,
        /** Already probabilities. */
        PROBABILITIES
    }
}
