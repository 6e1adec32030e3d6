package io.emotion4j.evaluation.classifier;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The number by which logits should be divided so that probabilities tell how often the classifier is right
 * (<a href="https://arxiv.org/abs/1706.04599">Guo et al. 2017</a>): it minimises the mean negative log-likelihood. It never
 * changes which expression is the most probable.
 *
 * @param temperature over 1 where the classifier is too sure of itself, under 1 where it is not sure enough
 * @param nllBefore mean negative log-likelihood as the classifier is
 * @param nllAfter the same with the temperature
 * @param eceBefore {@link Calibration#ece()} as the classifier is
 * @param eceAfter the same with a temperature, each half of the pictures with the one that fits the other half
 * @since 0.1.0
 */
public record TemperatureFit(double temperature, double nllBefore, double nllAfter, double eceBefore, double eceAfter) {

    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 20;
    private static final double LEAST_PROBABILITY = 1e-12;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /**
     * Fits a temperature.
     *
     * @param answers at least two, on pictures that the classifier was not trained on
     * @return the fit
     */
    public static TemperatureFit of(List<ClassifierAnswer> answers) {
        double temperature = fit(answers);
        List<ClassifierAnswer> even = half(answers, 0);
        List<ClassifierAnswer> odd = half(answers, 1);
        double ofEven = fit(even);
        double ofOdd = fit(odd);
        List<ClassifierAnswer> crossed = IntStream.range(0, answers.size())
                .mapToObj(i -> scale(answers.get(i), i % 2 == 0 ? ofOdd : ofEven))
                .toList();
        return new TemperatureFit(
                temperature,
                nll(answers, 1),
                nll(answers, temperature),
                Calibration.of(answers).ece(),
                Calibration.of(crossed).ece());
    }

    /** Golden-section search over the temperature's logarithm; the likelihood has one peak there. */
    private static double fit(List<ClassifierAnswer> answers) {
        double low = Math.log(LOWEST);
        double high = Math.log(HIGHEST);
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = nll(answers, Math.exp(left));
        double atRight = nll(answers, Math.exp(right));
        while (high - low > 1e-5) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = nll(answers, Math.exp(left));
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = nll(answers, Math.exp(right));
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** Mean negative log-likelihood; a probability of 0 counts as one in a million millions. */
    static double nll(List<ClassifierAnswer> answers, double temperature) {
        return answers.stream()
                .mapToDouble(answer -> {
                    float[] scaled = scale(answer, temperature).probabilities();
                    return -Math.log(Math.max(LEAST_PROBABILITY, scaled[answer.truth()]));
                })
                .average()
                .orElse(0);
    }

    /**
     * An answer with another temperature.
     *
     * @param answer the answer
     * @param temperature over 0
     * @return the answer with the probabilities that the scaled logits give
     */
    public static ClassifierAnswer scale(ClassifierAnswer answer, double temperature) {
        float[] before = answer.probabilities();
        double[] powers = new double[before.length];
        double sum = 0;
        for (int i = 0; i < powers.length; i++) {
            // The logits are gone, but a constant apart they are the logarithms of the probabilities.
            powers[i] = before[i] <= 0 ? 0 : Math.exp(Math.log(before[i]) / temperature);
            sum += powers[i];
        }
        float[] after = new float[before.length];
        for (int i = 0; i < after.length; i++) {
            after[i] = (float) (powers[i] / sum);
        }
        return new ClassifierAnswer(answer.truth(), after);
    }

    private static List<ClassifierAnswer> half(List<ClassifierAnswer> answers, int rest) {
        return IntStream.range(0, answers.size())
                .filter(i -> i % 2 == rest)
                .mapToObj(answers::get)
                .toList();
    }
}
