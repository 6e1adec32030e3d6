package io.emotion4j.decoder;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Draws a face by all that a network finds there (box voting, Gidaris and Komodakis 2015): the mean of their boxes and of their landmarks. A
 * candidate's weight falls to nothing with its confidence and with its overlap, so that what barely counts moves nothing, whichever
 * engine computes it. What counts does not depend on the least confidence of a face from {@value #LEAST} on.
 */
final class BoxVoting {

    /** Least confidence of a candidate that counts. */
    static final float LEAST = 0.1f;

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
        List<Float> weights = new ArrayList<>();
        float sum = 0;
        for (Candidate candidate : all) {
            float overlap = candidate.box().iou(surest.box());
            if (overlap > voting && candidate.confidence() > LEAST) {
                float weight = (candidate.confidence() - LEAST) * (overlap - voting) / (1 - voting);
                voters.add(candidate);
                weights.add(weight);
                sum += weight;
            }
        }
        if (voters.size() < 2) {
            return surest;
        }
        float[] shares = new float[voters.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = weights.get(i) / sum;
        }
        Supplier<Landmarks> landmarks = surest.landmarks() == null ? null : () -> landmarks(voters, shares);
        return new Candidate(box(voters, shares), surest.confidence(), landmarks);
    }

    private static BoundingBox box(List<Candidate> voters, float[] shares) {
        float x = 0;
        float y = 0;
        float width = 0;
        float height = 0;
        for (int i = 0; i < shares.length; i++) {
            BoundingBox box = voters.get(i).box();
            x += shares[i] * box.x();
            y += shares[i] * box.y();
            width += shares[i] * box.width();
            height += shares[i] * box.height();
        }
        return new BoundingBox(x, y, width, height);
    }

    private static Landmarks landmarks(List<Candidate> voters, float[] shares) {
        Point[] mean = {new Point(0, 0), new Point(0, 0), new Point(0, 0), new Point(0, 0), new Point(0, 0)};
        for (int i = 0; i < shares.length; i++) {
            Supplier<Landmarks> voter = voters.get(i).landmarks();
            if (voter == null) {
                continue;
            }
            List<Point> points = voter.get().points();
            for (int p = 0; p < mean.length; p++) {
                Point point = points.get(p);
                mean[p] = new Point(mean[p].x() + shares[i] * point.x(), mean[p].y() + shares[i] * point.y());
            }
        }
        return new Landmarks(mean[0], mean[1], mean[2], mean[3], mean[4]);
    }
}
