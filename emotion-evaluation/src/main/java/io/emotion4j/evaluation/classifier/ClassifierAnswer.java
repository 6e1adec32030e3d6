package io.emotion4j.evaluation.classifier;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.evaluation.data.ExpressionLabels;

/**
 * What a classifier said about one face, and what is true.
 *
 * @param truth index into {@link ExpressionLabels#EMOTIONS}
 * @param probabilities one for each of {@link ExpressionLabels#EMOTIONS}; 0 for those that the model does not know; not copied,
 *     not to be changed
 * @since 0.1.0
 */
public record ClassifierAnswer(int truth, float[] probabilities) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if {@code truth} is no index or there is not one probability for each expression
     */
    public ClassifierAnswer {
        int count = Emotion.values().length;
        if (truth < 0 || truth >= count || probabilities.length != count) {
            throw new IllegalArgumentException("An answer needs a truth within 0.." + (count - 1) + " and " + count
                    + " probabilities, found " + truth + " and " + probabilities.length);
        }
    }

    /**
     * An answer from a classifier's scores.
     *
     * @param truth what is true
     * @param scores what the classifier said
     * @return the answer
     */
    public static ClassifierAnswer of(Emotion truth, EmotionScores scores) {
        float[] probabilities = new float[Emotion.values().length];
        for (Emotion emotion : scores.labels()) {
            probabilities[ExpressionLabels.EMOTIONS.indexOf(emotion)] = scores.score(emotion);
        }
        return new ClassifierAnswer(ExpressionLabels.EMOTIONS.indexOf(truth), probabilities);
    }

    /** {@return the index of the most probable expression; the earlier one where two are equal} */
    public int top() {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }

    /** {@return the probability of {@link #top()}} */
    public float confidence() {
        return probabilities[top()];
    }

    /** {@return whether the most probable expression is the true one} */
    public boolean right() {
        return top() == truth;
    }
}
