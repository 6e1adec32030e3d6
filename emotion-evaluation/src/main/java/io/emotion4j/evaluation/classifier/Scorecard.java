package io.emotion4j.evaluation.classifier;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.emotion4j.Emotion;
import java.util.List;
import java.util.Map;

/**
 * The figures of a classifier on some faces.
 *
 * @param pictures how many
 * @param rates how often it is right
 * @param sureness whether it is right as often as it is sure
 * @param perClass precision, recall, F1 and support by label
 * @param confusion who was taken for whom
 * @param reliability confidence against accuracy, in bins
 * @since 0.1.0
 */
public record Scorecard(
        int pictures,
        @JsonUnwrapped Rates rates,
        @JsonUnwrapped Sureness sureness,
        Map<String, ConfusionMatrix.ClassMetrics> perClass,
        Confusion confusion,
        List<Calibration.Bin> reliability) {

    /**
     * How often a classifier is right.
     *
     * @param accuracy share of the right answers
     * @param accuracyInterval its 95 % interval
     * @param balancedAccuracy mean recall of the expressions that occur
     * @param balancedAccuracyInterval its 95 % interval
     * @param macroF1 mean F1 of the expressions that occur
     */
    public record Rates(
            double accuracy,
            Interval accuracyInterval,
            double balancedAccuracy,
            Interval balancedAccuracyInterval,
            double macroF1) {}

    /**
     * Whether a classifier is right as often as it is sure.
     *
     * @param ece expected calibration error
     * @param nll mean negative log-likelihood
     */
    public record Sureness(double ece, double nll) {}

    /**
     * A confusion matrix to print.
     *
     * @param labels of rows and columns
     * @param counts a row a true expression, a column an expression it was called
     */
    public record Confusion(List<String> labels, List<List<Integer>> counts) {}

    /**
     * Computes the figures.
     *
     * @param answers at least one
     * @param seed of the intervals
     * @return the figures
     */
    public static Scorecard of(List<ClassifierAnswer> answers, long seed) {
        ConfusionMatrix matrix = ConfusionMatrix.of(answers);
        Bootstrap bootstrap = new Bootstrap(answers, seed);
        Calibration calibration = Calibration.of(answers);
        return new Scorecard(
                answers.size(),
                new Rates(
                        matrix.accuracy(),
                        bootstrap.interval(ConfusionMatrix::accuracy),
                        matrix.balancedAccuracy(),
                        bootstrap.interval(ConfusionMatrix::balancedAccuracy),
                        matrix.macroF1()),
                new Sureness(calibration.ece(), TemperatureFit.nll(answers, 1)),
                matrix.perClass(),
                confusion(matrix),
                calibration.bins());
    }

    private static Confusion confusion(ConfusionMatrix matrix) {
        List<Emotion> labels = matrix.labels();
        return new Confusion(
                labels.stream().map(Emotion::label).toList(),
                labels.stream()
                        .map(truth -> labels.stream()
                                .map(called -> matrix.count(truth, called))
                                .toList())
                        .toList());
    }
}
