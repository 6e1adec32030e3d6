package io.emotion4j.evaluation.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How far a figure could lie off by the luck of which pictures were picked: it is computed again on many samples of the same
 * size, drawn with replacement (Efron 1979, percentile interval). The same seed gives the same interval.
 */
final class Bootstrap {

    private static final int SAMPLES = 1000;

    private final int[] truths;
    private final int[] tops;
    private final long seed;

    Bootstrap(List<ClassifierAnswer> answers, long seed) {
        this.truths = answers.stream().mapToInt(ClassifierAnswer::truth).toArray();
        this.tops = answers.stream().mapToInt(ClassifierAnswer::top).toArray();
        this.seed = seed;
    }

    /** {@return the middle 95 % of a figure over all samples} */
    Interval interval(ToDoubleFunction<ConfusionMatrix> figure) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] figures = new double[SAMPLES];
        int[] chosen = new int[truths.length];
        for (int s = 0; s < SAMPLES; s++) {
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = random.nextInt(chosen.length);
            }
            figures[s] = figure.applyAsDouble(ConfusionMatrix.of(truths, tops, chosen));
        }
        Arrays.sort(figures);
        int cut = SAMPLES / 40;
        return new Interval(figures[cut], figures[SAMPLES - 1 - cut]);
    }
}
