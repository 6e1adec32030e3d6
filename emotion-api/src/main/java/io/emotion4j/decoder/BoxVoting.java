package io.emotion4j.decoder;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.model.ThresholdSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Draws a face by all that a network finds there (box voting, Gidaris and Komodakis 2015): the mean of their boxes and of their landmarks. A
 * candidate's weight falls to nothing with its confidence and with its overlap, so that what barely counts moves nothing, whichever
 * engine computes it. What counts does not depend on the least confidence of a face from {@value #LEAST} on.
 *
 * <p>Where the model says how many finds a face usually has, they say together how sure they are, too: the chance that not all are wrong
 * (noisy or, Pearl 1988), the surest in full and others as they weigh for the box, brought back to one find's scale. A chance find has
 * fewer neighbours than a face. Networks look in cells of 8 pixels at the finest, so a face below {@value #ALONE} pixels of the input
 * has one find only, which says nothing against it; from there to {@value #TOGETHER} pixels what the others say counts more and more.
 */
final class BoxVoting {

    /** Least confidence of a candidate that counts. */
    static final float LEAST = 0.1f;

    /** Side of a face, in pixels of the input, up to which its surest find speaks for it alone. */
    private static final int ALONE = 12;

    /** Side of a face from which on all of its finds speak together. */
    private static final int TOGETHER = 20;

    private static final int POINTS = 5;

    /** No find is surer: near 1, rounding in one find would move what all say together far. */
    private static final double MOST = 0.99;

    private final float voting;
    private final float voters;
    private final double scale;

    /** @param scale picture pixels an input pixel */
    BoxVoting(ThresholdSpec thresholds, double scale) {
        this.voting = thresholds.voting();
        this.voters = thresholds.voters();
        this.scale = scale;
    }

    /**
     * {@return the face as all of them draw it}
     *
     * @param surest of those that overlap with it
     * @param all candidates, the surest among them
     */
    Candidate drawn(Candidate surest, List<Candidate> all) {
        if (surest.confidence() <= LEAST) {
            return new Candidate(surest.box(), confidence(surest, List.of()), surest.landmarks());
        }
        List<Candidate> finds = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double sum = 0;
        for (Candidate candidate : all) {
            if (apart(candidate.box(), surest.box())) {
                continue;
            }
            float overlap = candidate.box().iou(surest.box());
            if (overlap > voting && candidate.confidence() > LEAST) {
                double weight = ((double) candidate.confidence() - LEAST) * ((double) overlap - voting);
                finds.add(candidate);
                weights.add(weight);
                sum += weight;
            }
        }
        float confidence = confidence(surest, weights);
        if (finds.size() < 2) {
            return new Candidate(surest.box(), confidence, surest.landmarks());
        }
        double[] shares = new double[finds.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = weights.get(i) / sum;
        }
        Supplier<Landmarks> landmarks = surest.landmarks() == null ? null : () -> landmarks(finds, shares);
        return new Candidate(box(finds, shares), confidence, landmarks);
    }

    /** @param weights of the finds that count, the surest among them; none where it does not count itself */
    private float confidence(Candidate surest, List<Double> weights) {
        if (voters == 0) {
            return surest.confidence();
        }
        double mostWeight = (1 - (double) LEAST) * (1 - (double) voting);
        double allWrong = 1 - MOST * surest.confidence();
        if (!weights.isEmpty()) {
            // It counts in full, and so not by its weight.
            allWrong /= 1 - MOST * (surest.confidence() - LEAST) / (1 - LEAST);
        }
        for (double weight : weights) {
            allWrong *= 1 - MOST * Math.min(1, weight / mostWeight);
        }
        // A faint find alone keeps its confidence; of many that are sure it is the voters-th root.
        double sum = -Math.log(allWrong);
        double joint = 1 - Math.exp(-sum * (sum + 1) / (voters * sum + 1));
        double share = jointShare(surest.box());
        return (float) (share * joint + (1 - share) * surest.confidence());
    }

    private double jointShare(BoundingBox box) {
        double side = Math.sqrt((double) box.width() * box.height()) / scale;
        return Math.min(Math.max((side - ALONE) / (TOGETHER - ALONE), 0), 1);
    }

    /** In a crowd nearly all pairs lie apart, and comparisons are much cheaper than an IoU. */
    private static boolean apart(BoundingBox a, BoundingBox b) {
        return a.x() >= b.right() || b.x() >= a.right() || a.y() >= b.bottom() || b.y() >= a.bottom();
    }

    // Summed in double: engines differ in a float's last bit, and a sum of floats would make that several.
    private static BoundingBox box(List<Candidate> finds, double[] shares) {
        double x = 0;
        double y = 0;
        double width = 0;
        double height = 0;
        for (int i = 0; i < shares.length; i++) {
            BoundingBox box = finds.get(i).box();
            x += shares[i] * box.x();
            y += shares[i] * box.y();
            width += shares[i] * box.width();
            height += shares[i] * box.height();
        }
        return new BoundingBox((float) x, (float) y, (float) width, (float) height);
    }

    private static Landmarks landmarks(List<Candidate> finds, double[] shares) {
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        for (int i = 0; i < shares.length; i++) {
            List<Point> points = Objects.requireNonNull(
                            finds.get(i).landmarks(), "a decoder gives all of its faces landmarks or none")
                    .get()
                    .points();
            for (int p = 0; p < POINTS; p++) {
                x[p] += shares[i] * points.get(p).x();
                y[p] += shares[i] * points.get(p).y();
            }
        }
        return new Landmarks(point(x, y, 0), point(x, y, 1), point(x, y, 2), point(x, y, 3), point(x, y, 4));
    }

    private static Point point(double[] x, double[] y, int index) {
        return new Point((float) x[index], (float) y[index]);
    }
}
