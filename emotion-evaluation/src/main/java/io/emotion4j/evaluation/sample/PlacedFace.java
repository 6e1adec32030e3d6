package io.emotion4j.evaluation.sample;

import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.evaluation.data.LabelledFace;
import java.util.List;

/**
 * A face crop whose landmarks are known.
 *
 * @param face the crop
 * @param landmarks in pixels of the crop
 */
record PlacedFace(LabelledFace face, Landmarks landmarks) {

    /**
     * How far the face is turned to a side: how far the nose and the middle of the mouth lie off the line that halves the eyes, in
     * eye distances, the larger one. 0 is frontal.
     */
    double turn() {
        Point right = landmarks.rightEye();
        Point left = landmarks.leftEye();
        double dx = left.x() - right.x();
        double dy = left.y() - right.y();
        double eyes2 = dx * dx + dy * dy;
        double middleX = (right.x() + left.x()) / 2.0;
        double middleY = (right.y() + left.y()) / 2.0;
        Point nose = landmarks.nose();
        double mouthX =
                (landmarks.rightMouthCorner().x() + landmarks.leftMouthCorner().x()) / 2.0;
        double mouthY =
                (landmarks.rightMouthCorner().y() + landmarks.leftMouthCorner().y()) / 2.0;
        double nosesTurn = ((nose.x() - middleX) * dx + (nose.y() - middleY) * dy) / eyes2;
        double mouthsTurn = ((mouthX - middleX) * dx + (mouthY - middleY) * dy) / eyes2;
        return Math.max(Math.abs(nosesTurn), Math.abs(mouthsTurn));
    }

    /** {@return the face as in a mirror, where right becomes left} */
    PlacedFace mirrored() {
        int width = face.width();
        byte[] pixels = new byte[face.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = face.pixels()[i - i % width + width - 1 - i % width];
        }
        LabelledFace image = new LabelledFace(
                pixels,
                width,
                face.height(),
                face.label(),
                face.votes(),
                face.origin().source());
        return new PlacedFace(
                image,
                new Landmarks(
                        mirrored(landmarks.leftEye()),
                        mirrored(landmarks.rightEye()),
                        mirrored(landmarks.nose()),
                        mirrored(landmarks.leftMouthCorner()),
                        mirrored(landmarks.rightMouthCorner())));
    }

    private Point mirrored(Point point) {
        return new Point(face.width() - point.x(), point.y());
    }

    List<Point> points() {
        return landmarks.points();
    }
}
