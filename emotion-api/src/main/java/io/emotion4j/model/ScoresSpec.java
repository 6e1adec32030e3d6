package io.emotion4j.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a classifier's scores are, and what becomes of them.
 *
 * @param output the output's name
 * @param kind what the numbers are
 * @param slice which numbers of a face's row are the scores
 * @param skipped places among these numbers, from 0, that stand for something that is no expression of ours; they are left out, and the
 *     others take their share
 * @param temperature above 0: what logits are divided by, so that their probabilities are right as often as they say
 * @param abstainBelow 0 to 1: where the most probable expression has less, the model {@linkplain io.emotion4j.EmotionScores#abstained()
 *     abstains}
 * @since 0.1.0
 */
public record ScoresSpec(
        String output, Kind kind, SliceSpec slice, List<Integer> skipped, float temperature, float abstainBelow) {

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is not as said above
     */
    public ScoresSpec {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(slice, "slice");
        skipped = List.copyOf(skipped);
        if (!(temperature > 0 && temperature <= 1000)) {
            throw new SpecException("temperature", "must be above 0 and at most 1000, found " + temperature);
        }
        if (!(abstainBelow >= 0 && abstainBelow <= 1)) {
            throw new SpecException("abstainBelow", "must lie within 0 to 1, found " + abstainBelow);
        }
    }

    /**
     * All numbers of an output, one a label, as they are.
     *
     * @param output the output's name
     * @param kind what the numbers are
     */
    public ScoresSpec(String output, Kind kind) {
        this(output, kind, SliceSpec.all(), List.of(), 1, 0);
    }

    /** What a classifier's numbers are. */
    public enum Kind {
        /** Any numbers; softmax turns them into probabilities. */
        LOGITS,
        /** Already probabilities, whose sum is 1. */
        PROBABILITIES,
        /** Each number, within 0 to 1, is the probability of its label alone: the sum may be anything. */
        SIGMOID,
        /** Any numbers, each of which the logistic function turns into the probability of its label alone. */
        SIGMOID_LOGITS;

        /** {@return the word in a descriptor, such as {@code "sigmoid-logits"}} */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** {@return whether one label excludes the others, so that the probabilities of all have the sum 1} */
        public boolean exclusive() {
            return this == LOGITS || this == PROBABILITIES;
        }
    }
}
