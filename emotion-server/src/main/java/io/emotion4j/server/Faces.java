package io.emotion4j.server;

import io.emotion4j.Analysis;
import io.emotion4j.FaceEmotion;
import java.util.Comparator;
import java.util.Optional;

/** What the endpoints have in common about faces. */
final class Faces {

    private Faces() {}

    static Optional<FaceEmotion> largest(Analysis analysis) {
        return analysis.faces().stream()
                .max(Comparator.comparingDouble(face -> face.box().area()));
    }

    /** The box in whole pixels. */
    static Contract.Coordinates coordinates(FaceEmotion face) {
        var box = face.box();
        int x = Math.round(box.x());
        int y = Math.round(box.y());
        return new Contract.Coordinates(x, y, Math.round(box.right()) - x, Math.round(box.bottom()) - y);
    }
}
