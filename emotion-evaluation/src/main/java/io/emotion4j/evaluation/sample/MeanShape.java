package io.emotion4j.evaluation.sample;

import io.emotion4j.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the landmarks of an expression lie on average, once each face is moved, turned and scaled so that its eyes lie at given
 * places: an open mouth stays open.
 */
final class MeanShape {

    private MeanShape() {}

    /**
     * Computes it.
     *
     * @param faces at least one
     * @param rightEye where right eyes shall lie
     * @param leftEye where left eyes shall lie
     * @return the five points, in the order of {@link io.emotion4j.Landmarks}
     */
    static List<Point> of(List<PlacedFace> faces, Point rightEye, Point leftEye) {
        double[] sums = new double[10];
        for (PlacedFace face : faces) {
            List<Point> points = face.points();
            Point from = points.get(0);
            Point to = points.get(1);
            // As complex numbers: p -> rightEye + (p - from) * (leftEye - rightEye) / (to - from)
            double dx = to.x() - from.x();
            double dy = to.y() - from.y();
            double ex = leftEye.x() - rightEye.x();
            double ey = leftEye.y() - rightEye.y();
            double size = dx * dx + dy * dy;
            double a = (ex * dx + ey * dy) / size;
            double b = (ey * dx - ex * dy) / size;
            for (int i = 0; i < points.size(); i++) {
                double px = points.get(i).x() - from.x();
                double py = points.get(i).y() - from.y();
                sums[2 * i] += rightEye.x() + a * px - b * py;
                sums[2 * i + 1] += rightEye.y() + b * px + a * py;
            }
        }
        List<Point> mean = new ArrayList<>();
        for (int i = 0; i < sums.length; i += 2) {
            mean.add(new Point((float) (sums[i] / faces.size()), (float) (sums[i + 1] / faces.size())));
        }
        return mean;
    }
}
