package io.emotion4j.evaluation.classifier;

import io.emotion4j.Emotion;
import io.emotion4j.evaluation.data.ExpressionLabels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How often each true expression was called each expression. Immutable, thread-safe.
 *
 * @since 0.1.0
 */
public final class ConfusionMatrix {

    /**
     * How well one expression was found.
     *
     * @param precision share of right ones among those called so; 0 where nothing was called so
     * @param recall share of those found among the true ones; 0 where there is none
     * @param f1 harmonic mean of both
     * @param support how many are truly so
     */
    public record ClassMetrics(double precision, double recall, double f1, int support) {}

    private static final int CLASSES = Emotion.values().length;

    private final int[][] counts;

    private ConfusionMatrix(int[][] counts) {
        this.counts = counts;
    }

    /**
     * Counts answers.
     *
     * @param answers at least one
     * @return the matrix
     */
    public static ConfusionMatrix of(List<ClassifierAnswer> answers) {
        int[] truths = new int[answers.size()];
        int[] tops = new int[answers.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = answers.get(i).truth();
            tops[i] = answers.get(i).top();
        }
        return of(truths, tops, IntStream.range(0, truths.length).toArray());
    }

    /** Counts the faces that {@code chosen} names; a face may be named more than once. */
    static ConfusionMatrix of(int[] truths, int[] tops, int[] chosen) {
        int[][] counts = new int[CLASSES][CLASSES];
        for (int i : chosen) {
            counts[truths[i]][tops[i]]++;
        }
        return new ConfusionMatrix(counts);
    }

    /**
     * One count.
     *
     * @param truth what is true
     * @param called what it was called
     * @return how often
     */
    public int count(Emotion truth, Emotion called) {
        return counts[ExpressionLabels.EMOTIONS.indexOf(truth)][ExpressionLabels.EMOTIONS.indexOf(called)];
    }

    /** {@return the expressions that are true or were called at least once, and always the first seven} */
    public List<Emotion> labels() {
        return Arrays.stream(Emotion.values())
                .filter(e -> e != Emotion.CONTEMPT
                        || support(ExpressionLabels.EMOTIONS.indexOf(e)) + called(ExpressionLabels.EMOTIONS.indexOf(e))
                                > 0)
                .toList();
    }

    /** {@return share of the right answers; 0 where there is none} */
    public double accuracy() {
        int right = 0;
        int total = 0;
        for (int c = 0; c < CLASSES; c++) {
            right += counts[c][c];
            total += support(c);
        }
        return share(right, total);
    }

    /** {@return mean recall of the expressions that occur} */
    public double balancedAccuracy() {
        return IntStream.range(0, CLASSES)
                .filter(c -> support(c) > 0)
                .mapToDouble(c -> share(counts[c][c], support(c)))
                .average()
                .orElse(0);
    }

    /** {@return mean F1 of the expressions that occur} */
    public double macroF1() {
        return IntStream.range(0, CLASSES)
                .filter(c -> support(c) > 0)
                .mapToDouble(c -> metrics(c).f1())
                .average()
                .orElse(0);
    }

    /** {@return the metrics of each of {@link #labels()}, by label} */
    public Map<String, ClassMetrics> perClass() {
        Map<String, ClassMetrics> all = new LinkedHashMap<>();
        for (Emotion emotion : labels()) {
            all.put(emotion.label(), metrics(ExpressionLabels.EMOTIONS.indexOf(emotion)));
        }
        return all;
    }

    private ClassMetrics metrics(int c) {
        double precision = share(counts[c][c], called(c));
        double recall = share(counts[c][c], support(c));
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new ClassMetrics(precision, recall, f1, support(c));
    }

    private int support(int c) {
        return Arrays.stream(counts[c]).sum();
    }

    private int called(int c) {
        return Arrays.stream(counts).mapToInt(row -> row[c]).sum();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
