package io.emotion4j.evaluation.sample;

import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.RgbImage;
import io.emotion4j.evaluation.data.LabelledFace;
import java.util.List;
import java.util.Optional;

/** Finds the landmarks in a small face crop: a detector looks at it enlarged, with its border drawn out. */
final class FacePlacer {

    private static final int FACTOR = 4;

    /** Around the crop, as a share of its side: detectors are used to seeing more than the face. */
    private static final double MARGIN = 0.34;

    private final FaceDetector detector;

    FacePlacer(FaceDetector detector) {
        this.detector = detector;
    }

    /** {@return the face with its landmarks, or nothing where the detector does not find exactly one face} */
    Optional<PlacedFace> place(LabelledFace face) {
        int margin = (int) Math.round(MARGIN * face.width() * FACTOR);
        List<Face> found = detector.detect(enlarged(GrayPlane.of(face), margin));
        Landmarks landmarks = found.size() == 1 ? found.get(0).landmarks() : null;
        return Optional.ofNullable(landmarks).map(at -> new PlacedFace(face, toCrop(at, margin)));
    }

    private static RgbImage enlarged(GrayPlane face, int margin) {
        int width = face.width() * FACTOR + 2 * margin;
        int height = face.height() * FACTOR + 2 * margin;
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = face.at((x + 0.5 - margin) / FACTOR, (y + 0.5 - margin) / FACTOR);
                byte gray = (byte) Math.max(0, Math.min(255, Math.round(value)));
                int at = (y * width + x) * 3;
                rgb[at] = gray;
                rgb[at + 1] = gray;
                rgb[at + 2] = gray;
            }
        }
        return RgbImage.of(width, height, rgb);
    }

    private static Landmarks toCrop(Landmarks landmarks, int margin) {
        List<Point> p = landmarks.points().stream()
                .map(point -> new Point((point.x() - margin) / FACTOR, (point.y() - margin) / FACTOR))
                .toList();
        return new Landmarks(p.get(0), p.get(1), p.get(2), p.get(3), p.get(4));
    }
}
