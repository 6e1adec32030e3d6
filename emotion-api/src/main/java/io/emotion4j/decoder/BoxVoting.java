package io.emotion4j.decoder;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Draws a face by all that a network finds there (box voting, Gidaris and Komodakis 2015): the mean of their boxes and of their landmarks. A
 * candidate's weight falls to nothing with its confidence and with its overlap, so that what barely counts moves nothing, whichever
 * engine computes it. What counts does not depend on the least confidence of a face from {@value #LEAST} on.
 */
final class BoxVoting {

    /** Least confidence of a candidate that counts. */
    static final float LEAST = 0.1f;

    private static final int POINTS = 5;

    private BoxVoting() {}

    /**
     * {@return the face as all of them draw it}
     *
     * @param surest keeps its confidence
     * @param all candidates, the surest among them
     * @param voting IoU with the surest from which on they count, below 1
     */
    static Candidate drawn(Candidate surest, List<Candidate> all, float voting) {
        if (surest.confidence() <= LEAST) {
            return surest;
        }
        List<Candidate> voters = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double sum = 0;
        for (Candidate candidate : all) {
            if (apart(candidate.box(), surest.box())) {
                continue;
            }
            float overlap = candidate.box().iou(surest.box());
            if (overlap > voting && candidate.confidence() > LEAST) {
                double weight = ((double) candidate.confidence() - LEAST) * ((double) overlap - voting);
                voters.add(candidate);
                weights.add(weight);
                sum += weight;
            }
        }
        if (voters.size() < 2) {
            return surest;
        }
        double[] shares = new double[voters.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = weights.get(i) / sum;
        }
        Supplier<Landmarks> landmarks = surest.landmarks() == null ? null : () -> landmarks(voters, shares);
        return new Candidate(box(voters, shares), surest.confidence(), landmarks);
    }

    /** In a crowd nearly all pairs lie apart, and comparisons are much cheaper than an IoU. */
    private static boolean apart(BoundingBox a, BoundingBox b) {
        return a.x() >= b.right() || b.x() >= a.right() || a.y() >= b.bottom() || b.y() >= a.bottom();
    }

    // Summed in double: engines differ in a float's last bit, and a sum of floats would make that several.
    private static BoundingBox box(List<Candidate> voters, double[] shares) {
        double x = 0;
        double y = 0;
        double width = 0;
        double height = 0;
        for (int i = 0; i < shares.length; i++) {
            BoundingBox box = voters.get(i).box();
            x += shares[i] * box.x();
            y += shares[i] * box.y();
            width += shares[i] * box.width();
            height += shares[i] * box.height();
        }
        return new BoundingBox((float) x, (float) y, (float) width, (float) height);
    }

    private static Landmarks landmarks(List<Candidate> voters, double[] shares) {
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        for (int i = 0; i < shares.length; i++) {
            List<Point> points = Objects.requireNonNull(
                            voters.get(i).landmarks(), "a decoder gives all of its faces landmarks or none")
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
