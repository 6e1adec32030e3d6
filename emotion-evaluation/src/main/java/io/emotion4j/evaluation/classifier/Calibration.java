package io.emotion4j.evaluation.classifier;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a classifier that is 80 % sure is right in 80 % of the cases: answers by confidence, in bins of equal width.
 *
 * @param bins from low to high confidence
 * @param ece expected calibration error (<a href="https://arxiv.org/abs/1706.04599">Guo et al. 2017</a>): how far confidence and
 *     accuracy are apart, mean over all answers
 * @since 0.1.0
 */
public record Calibration(List<Bin> bins, double ece) {

    /** Bins, as is usual. */
    public static final int BINS = 15;

    /**
     * The answers of some confidence.
     *
     * @param from their confidence is more than this
     * @param to and at most this
     * @param count how many
     * @param confidence their mean confidence; 0 where there is none
     * @param accuracy share of the right ones; 0 where there is none
     */
    public record Bin(double from, double to, int count, double confidence, double accuracy) {}

    /** Copies the list. */
    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * Sorts answers into bins.
     *
     * @param answers the answers
     * @return the calibration
     */
    public static Calibration of(List<ClassifierAnswer> answers) {
        int[] counts = new int[BINS];
        int[] right = new int[BINS];
        double[] confidence = new double[BINS];
        for (ClassifierAnswer answer : answers) {
            float sure = answer.confidence();
            int bin = Math.min(BINS - 1, Math.max(0, (int) Math.ceil(sure * BINS) - 1));
            counts[bin]++;
            confidence[bin] += sure;
            right[bin] += answer.right() ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        double gaps = 0;
        for (int b = 0; b < BINS; b++) {
            int count = Math.max(1, counts[b]);
            bins.add(new Bin(
                    (double) b / BINS, (b + 1.0) / BINS, counts[b], confidence[b] / count, (double) right[b] / count));
            gaps += Math.abs(confidence[b] - right[b]);
        }
        return new Calibration(bins, answers.isEmpty() ? 0 : gaps / answers.size());
    }
}
