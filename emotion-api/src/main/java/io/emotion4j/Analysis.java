package io.emotion4j;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * What was found in one picture. Iterates over {@link #faces()}.
 *
 * @param width of the upright picture, in pixels
 * @param height of the upright picture, in pixels
 * @param faces the faces with their expressions, most confident face first; empty where there is none
 * @param engine the engine that ran, such as {@code onnx}; {@code a+b} where detector and classifier ran on two
 * @param detector id of the detector's model
 * @param classifier id of the classifier's model
 * @param timings where the time went
 */
public record Analysis(
        int width,
        int height,
        List<FaceEmotion> faces,
        String engine,
        String detector,
        String classifier,
        Timings timings)
        implements Iterable<FaceEmotion> {

    /** Copies the list and checks that no component is null. */
    public Analysis {
        faces = List.copyOf(faces);
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(detector, "detector");
        Objects.requireNonNull(classifier, "classifier");
        Objects.requireNonNull(timings, "timings");
    }

    @Override
    public Iterator<FaceEmotion> iterator() {
        return faces.iterator();
    }
}
