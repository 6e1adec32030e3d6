package io.emotion4j.internal.detectors;

import io.emotion4j.model.DecoderSpec;
import java.util.List;

/** What a detector's scores are: already in 0..1, or logits. */
enum Scores {
    PROBABILITIES("probabilities"),
    LOGITS("logits");

    static final String KEY = "scores";

    private final String word;

    Scores(String word) {
        this.word = word;
    }

    Scores in(DecoderSpec settings) {
        Scores other = this == LOGITS ? PROBABILITIES : LOGITS;
        return settings.word(KEY, List.of(word, other.word)).equals(word) ? this : other;
    }

    /** {@return the probability of one class against none} */
    float of(float score) {
        return this == LOGITS ? sigmoid(score) : score;
    }

    /** {@return the probability of the second of two classes} */
    float ofTwo(float first, float second) {
        return this == LOGITS ? sigmoid(second - first) : second;
    }

    private static float sigmoid(float logit) {
        return (float) (1 / (1 + Math.exp(-logit)));
    }
}
