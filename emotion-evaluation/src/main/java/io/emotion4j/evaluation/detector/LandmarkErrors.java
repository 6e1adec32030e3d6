package io.emotion4j.evaluation.detector;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.evaluation.data.AnnotatedFace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a detector's landmarks lie from the marked ones, in units of the distance between the marked eyes. Each marked face goes
 * with the find that overlaps it most, even by little, for marked boxes are cut in many ways.
 *
 * @param faces that have marked landmarks and were found
 * @param missed that have marked landmarks and were not found
 * @param mean over all faces and their five points
 * @param median over the faces, of the mean over their points
 * @param within10Percent share of the faces whose mean is at most 0.1
 * @param perPoint the mean of each point
 * @since 0.1.0
 */
public record LandmarkErrors(
        int faces, int missed, double mean, double median, double within10Percent, Map<String, Double> perPoint) {

    private static final double LEAST_IOU = 0.2;
    private static final double GOOD = 0.1;
    private static final List<String> NAMES =
            List.of("rightEye", "leftEye", "nose", "rightMouthCorner", "leftMouthCorner");

    /**
     * Measures them.
     *
     * @param findings what was found in each picture, from the default threshold on
     * @return the errors, or null where no face has marked landmarks
     */
    public static @Nullable LandmarkErrors of(List<Finding> findings) {
        List<double[]> errors = new ArrayList<>();
        int missed = 0;
        for (Finding finding : findings) {
            for (AnnotatedFace face : finding.picture().faces()) {
                Landmarks marked = face.landmarks();
                if (marked != null) {
                    Landmarks found = nearest(finding.found(), face.box());
                    if (found == null) {
                        missed++;
                    } else {
                        errors.add(errors(marked, found));
                    }
                }
            }
        }
        return errors.isEmpty() ? null : summary(errors, missed);
    }

    private static @Nullable Landmarks nearest(List<Face> found, BoundingBox box) {
        return found.stream()
                .filter(face -> face.landmarks() != null && face.box().iou(box) >= LEAST_IOU)
                .max(Comparator.comparingDouble(face -> face.box().iou(box)))
                .map(Face::landmarks)
                .orElse(null);
    }

    private static double[] errors(Landmarks marked, Landmarks found) {
        double eyes = distance(marked.rightEye(), marked.leftEye());
        double[] errors = new double[NAMES.size()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = distance(marked.points().get(i), found.points().get(i)) / eyes;
        }
        return errors;
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static LandmarkErrors summary(List<double[]> errors, int missed) {
        Map<String, Double> perPoint = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            int point = i;
            perPoint.put(
                    NAMES.get(i),
                    errors.stream().mapToDouble(e -> e[point]).average().orElse(0));
        }
        double[] perFace = errors.stream()
                .mapToDouble(e -> (e[0] + e[1] + e[2] + e[3] + e[4]) / e.length)
                .sorted()
                .toArray();
        long good = Arrays.stream(perFace).filter(e -> e <= GOOD).count();
        return new LandmarkErrors(
                perFace.length,
                missed,
                Arrays.stream(perFace).average().orElse(0),
                perFace[perFace.length / 2],
                (double) good / perFace.length,
                perPoint);
    }
}
