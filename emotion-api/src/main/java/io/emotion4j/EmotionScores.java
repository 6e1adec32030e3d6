package io.emotion4j;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A probability for each expression that the model knows. Immutable, thread-safe.
 *
 * <p>The model sees an expression, not a feeling.
 */
public final class EmotionScores {

    /**
     * An expression and its probability.
     *
     * @param emotion the expression
     * @param score its probability, 0 to 1
     */
    public record Ranked(Emotion emotion, float score) {}

    private final List<Emotion> labels;
    private final float[] probabilities;

    private EmotionScores(List<Emotion> labels, float[] probabilities) {
        this.labels = labels;
        this.probabilities = probabilities;
    }

    /**
     * Pairs labels and probabilities.
     *
     * @param labels the model's labels, in the order of its output, none twice
     * @param probabilities as many, each within 0 to 1
     * @return the scores
     * @throws IllegalArgumentException if the counts differ, there is none, a label stands twice, or a number is not a
     *     probability
     */
    public static EmotionScores of(List<Emotion> labels, float... probabilities) {
        List<Emotion> copy = List.copyOf(labels);
        if (copy.isEmpty() || copy.size() != probabilities.length) {
            throw new IllegalArgumentException(
                    "Scores need one probability a label, found " + probabilities.length + " for labels " + copy);
        }
        if (copy.stream().distinct().count() != copy.size()) {
            throw new IllegalArgumentException("A label stands twice among the scores: " + copy);
        }
        for (float p : probabilities) {
            if (!(p >= 0 && p <= 1.0001f)) {
                throw new IllegalArgumentException(
                        "A probability lies within 0 to 1, found " + Arrays.toString(probabilities));
            }
        }
        return new EmotionScores(copy, probabilities.clone());
    }

    /** {@return the model's labels, in the order of its output} */
    public List<Emotion> labels() {
        return labels;
    }

    /** {@return the most probable expression; the earlier label where two are equal} */
    public Emotion top() {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return labels.get(best);
    }

    /** {@return the probability of {@link #top()}} */
    public float topScore() {
        return get(top());
    }

    /**
     * The probability of one expression.
     *
     * @param emotion one of {@link #labels()}
     * @return 0 to 1
     * @throws IllegalArgumentException if the model does not know that expression
     */
    public float get(Emotion emotion) {
        int i = labels.indexOf(emotion);
        if (i < 0) {
            throw new IllegalArgumentException("The model does not know " + emotion + "; it knows " + labels);
        }
        return probabilities[i];
    }

    /** {@return every expression with its probability, most probable first} */
    public List<Ranked> ranked() {
        return labels.stream()
                .map(emotion -> new Ranked(emotion, get(emotion)))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmotionScores that
                && labels.equals(that.labels)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * labels.hashCode() + Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return ranked().stream()
                .map(r -> String.format(Locale.ROOT, "%s %.2f", r.emotion().label(), r.score()))
                .collect(Collectors.joining(", "));
    }
}
