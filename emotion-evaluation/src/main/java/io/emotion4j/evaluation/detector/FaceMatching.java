package io.emotion4j.evaluation.detector;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.evaluation.data.AnnotatedFace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells hits from misses in one picture. The surest find chooses first, and takes the marked face that it overlaps most and that
 * none has taken. Faces that are invalid or of another size are neither hit nor miss, nor is a find on them, nor one that lies on
 * no face and is of another size.
 */
final class FaceMatching {

    /**
     * A find that counts.
     *
     * @param confidence the detector's
     * @param hit whether it is on a face
     */
    record Decision(double confidence, boolean hit) {}

    private final double leastIou;
    private final SizeRange sizes;

    FaceMatching(double leastIou, SizeRange sizes) {
        this.leastIou = leastIou;
        this.sizes = sizes;
    }

    /** {@return how many faces of a picture are to be found} */
    int wanted(Finding finding) {
        return (int) finding.picture().faces().stream()
                .filter(FaceMatching::hasArea)
                .filter(this::isWanted)
                .count();
    }

    /** {@return the finds that count, surest first} */
    List<Decision> decide(Finding finding) {
        List<AnnotatedFace> faces =
                finding.picture().faces().stream().filter(FaceMatching::hasArea).toList();
        boolean[] taken = new boolean[faces.size()];
        List<Decision> decisions = new ArrayList<>();
        List<Face> surestFirst = finding.found().stream()
                .sorted(Comparator.comparingDouble((Face face) -> face.confidence())
                        .reversed())
                .toList();
        for (Face found : surestFirst) {
            int best = -1;
            double bestIou = -1;
            double ignoredIou = -1;
            double anyIou = -1;
            for (int i = 0; i < faces.size(); i++) {
                double iou = iou(found.box(), faces.get(i).box());
                anyIou = Math.max(anyIou, iou);
                if (!isWanted(faces.get(i))) {
                    ignoredIou = Math.max(ignoredIou, iou);
                } else if (!taken[i] && iou > bestIou) {
                    best = i;
                    bestIou = iou;
                }
            }
            if (best >= 0 && bestIou >= leastIou) {
                taken[best] = true;
                decisions.add(new Decision(found.confidence(), true));
            } else if (faces.isEmpty()
                    || !(ignoredIou >= leastIou) && !(sizes.isFarFrom(found.box()) && anyIou < leastIou)) {
                decisions.add(new Decision(found.confidence(), false));
            }
        }
        return decisions;
    }

    private boolean isWanted(AnnotatedFace face) {
        return !face.invalid() && sizes.holds(face.box());
    }

    private static boolean hasArea(AnnotatedFace face) {
        return face.box().width() > 0 && face.box().height() > 0;
    }

    /** In double precision, for figures that compare with those of other programs to the last digit. */
    private static double iou(BoundingBox a, BoundingBox b) {
        double w = Math.min((double) a.x() + a.width(), (double) b.x() + b.width()) - Math.max(a.x(), b.x());
        double h = Math.min((double) a.y() + a.height(), (double) b.y() + b.height()) - Math.max(a.y(), b.y());
        double both = Math.max(0, w) * Math.max(0, h);
        return both / ((double) a.width() * a.height() + (double) b.width() * b.height() - both + 1e-9);
    }
}
