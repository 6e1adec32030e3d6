package io.emotion4j;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A probability for each expression that the model knows: a map that cannot be changed, in the order of the model's output. Thread-safe.
 *
 * <p>The model sees an expression, not a feeling.
 *
 * @since 0.1.0
 */
public final class EmotionScores extends AbstractMap<Emotion, Float> implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * An expression and its probability.
     *
     * @param emotion the expression
     * @param score its probability, 0 to 1
     * @since 0.1.0
     */
    public record Ranked(Emotion emotion, float score) implements Serializable {}

    @SuppressWarnings("serial") // An immutable list of the JDK, which is serializable.
    private final List<Emotion> labels;

    private final float[] probabilities;
    private final boolean abstained;

    @SuppressWarnings("serial") // An unmodifiable map of the JDK, which is serializable.
    private final Map<String, List<Float>> extras;

    private EmotionScores(
            List<Emotion> labels, float[] probabilities, boolean abstained, Map<String, List<Float>> extras) {
        this.labels = labels;
        this.probabilities = probabilities;
        this.abstained = abstained;
        this.extras = extras;
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
        if (EnumSet.copyOf(copy).size() != copy.size()) {
            throw new IllegalArgumentException("A label stands twice among the scores: " + copy);
        }
        for (float p : probabilities) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(
                        "A probability lies within 0 to 1, found " + Arrays.toString(probabilities));
            }
        }
        return new EmotionScores(copy, probabilities.clone(), false, Map.of());
    }

    /**
     * These scores, with what else the model says of the face.
     *
     * @param abstained whether the model's most probable expression is too improbable to be told
     * @param extras further numbers by name, such as valence
     * @return scores that are equal to these: neither counts when scores are compared
     */
    public EmotionScores with(boolean abstained, Map<String, List<Float>> extras) {
        return new EmotionScores(labels, probabilities, abstained, FaceEmotion.copy(extras));
    }

    /**
     * Scores from a map.
     *
     * @param scores in the order of the model's output
     * @return the scores; the same object where they are such already
     * @throws IllegalArgumentException if there is none, or a number is not a probability
     */
    public static EmotionScores of(Map<Emotion, Float> scores) {
        if (scores instanceof EmotionScores already) {
            return already;
        }
        List<Emotion> labels = List.copyOf(scores.keySet());
        float[] probabilities = new float[labels.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = scores.getOrDefault(labels.get(i), Float.NaN);
        }
        return of(labels, probabilities);
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
        return score(top());
    }

    /**
     * The probability of one expression.
     *
     * @param emotion one of {@link #labels()}
     * @return 0 to 1
     * @throws IllegalArgumentException if the model does not know that expression
     */
    public float score(Emotion emotion) {
        int i = labels.indexOf(emotion);
        if (i < 0) {
            throw new IllegalArgumentException("The model does not know " + emotion + "; it knows " + labels);
        }
        return probabilities[i];
    }

    /**
     * Whether the model abstains: its most probable expression has less than the probability that the model's descriptor or {@link
     * EmotionAnalyzerBuilder#abstainBelow} asks for.
     *
     * @return whether
     */
    public boolean abstained() {
        return abstained;
    }

    /** {@return what the model says beside the scores, as its descriptor's {@code "extras"} name it, such as valence; mostly empty} */
    public Map<String, List<Float>> extras() {
        return extras;
    }

    /** {@return every expression with its probability, most probable first} */
    public List<Ranked> ranked() {
        return labels.stream()
                .map(emotion -> new Ranked(emotion, score(emotion)))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
    }

    @Override
    public Set<Map.Entry<Emotion, Float>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<Emotion, Float>> iterator() {
                return IntStream.range(0, labels.size())
                        .mapToObj(i -> Map.entry(labels.get(i), probabilities[i]))
                        .iterator();
            }

            @Override
            public int size() {
                return labels.size();
            }
        };
    }

    /** {@return such as {@code happy 0.94, sad 0.04, neutral 0.02}} */
    @Override
    public String toString() {
        return ranked().stream()
                .map(r -> String.format(Locale.ROOT, "%s %.2f", r.emotion().label(), r.score()))
                .collect(Collectors.joining(", "));
    }

    /** What is read from a stream is checked like everything else. */
    private Object readResolve() {
        return of(labels, probabilities).with(abstained, extras);
    }
}
