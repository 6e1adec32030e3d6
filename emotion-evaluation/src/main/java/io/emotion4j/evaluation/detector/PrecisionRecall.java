package io.emotion4j.evaluation.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Precision and recall at every threshold, and what is read off their curve.
 *
 * @param faces how many are to be found
 * @param ap average precision: the area under the curve of the best precision at each recall or more
 * @param recallAtPrecision95 the highest recall at which 95 % of the finds are faces
 * @param curve from the surest find on
 * @since 0.1.0
 */
public record PrecisionRecall(int faces, double ap, double recallAtPrecision95, List<Point> curve) {

    private static final double PRECISE = 0.95;

    /**
     * A threshold.
     *
     * @param confidence the threshold
     * @param precision share of the faces among the finds
     * @param recall share of the finds among the faces
     */
    public record Point(double confidence, double precision, double recall) {}

    /** Copies the list. */
    public PrecisionRecall {
        curve = List.copyOf(curve);
    }

    /**
     * Computes the curve.
     *
     * @param findings what was found in each picture
     * @param leastIou how much a find must overlap a face
     * @param sizes which faces are judged
     * @return the curve
     */
    public static PrecisionRecall of(List<Finding> findings, double leastIou, SizeRange sizes) {
        FaceMatching matching = new FaceMatching(leastIou, sizes);
        int faces = findings.stream().mapToInt(matching::wanted).sum();
        List<FaceMatching.Decision> decisions = findings.stream()
                .flatMap(finding -> matching.decide(finding).stream())
                .sorted(Comparator.comparingDouble(FaceMatching.Decision::confidence)
                        .reversed())
                .toList();
        List<Point> curve = new ArrayList<>(decisions.size());
        int hits = 0;
        double precise = 0;
        for (int i = 0; i < decisions.size(); i++) {
            hits += decisions.get(i).hit() ? 1 : 0;
            Point point = new Point(
                    decisions.get(i).confidence(), (double) hits / (i + 1), (double) hits / Math.max(1, faces));
            precise = point.precision() >= PRECISE ? point.recall() : precise;
            curve.add(point);
        }
        return new PrecisionRecall(faces, area(curve), precise, curve);
    }

    private static double area(List<Point> curve) {
        double area = 0;
        double best = 0;
        for (int i = curve.size() - 1; i >= 0; i--) {
            best = Math.max(best, curve.get(i).precision());
            area += best
                    * (curve.get(i).recall() - (i == 0 ? 0 : curve.get(i - 1).recall()));
        }
        return area;
    }
}
