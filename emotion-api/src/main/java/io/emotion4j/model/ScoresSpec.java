package io.emotion4j.model;

/**
 * Where a classifier's scores are.
 *
 * @param output the output's name
 * @param kind what the numbers are
 */
public record ScoresSpec(String output, Kind kind) {

    /** What a classifier's numbers are. */
    public enum Kind {
        /** Any numbers; softmax turns them into probabilities. */
        LOGITS,
        /** Already probabilities. */
        PROBABILITIES
    }
}
