package io.emotion4j;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one picture. Iterates over {@link #faces()}.
 *
 * <p>It and all that it holds are immutable values that can be stored and sent: equal by content, {@link Serializable}, and written
 * and read by Jackson 2 and 3 as they are. Names and their order are those of the command line's {@code --format json}, which {@code
 * PictureJson} of {@code emotion-output} gives to the letter. Here the picture has no {@code file}, numbers are not rounded, a
 * landmark is an object of {@code x} and {@code y}, and Jackson 2 writes an expression as {@code "HAPPY"}, unless it is told to write
 * enums by {@code toString()}.
 *
 * @param width of the upright picture, in pixels
 * @param height of the upright picture, in pixels
 * @param engine the engine that ran, such as {@code onnx}; {@code a+b} where detector and classifier ran on two
 * @param detector id of the detector's model; null where the picture was taken for one face and nothing was detected
 * @param classifier id of the classifier's model
 * @param millis where the time went
 * @param faces the faces with their expressions, most confident face first; empty where there is none
 * @since 0.1.0
 */
public record Analysis(
        int width,
        int height,
        String engine,
        @Nullable String detector,
        String classifier,
        Timings millis,
        @SuppressWarnings("serial") List<FaceEmotion> faces) // An immutable list of the JDK, which is serializable.
        implements Iterable<FaceEmotion>, Serializable {

    /**
     * Copies the list and checks the components.
     *
     * @throws NullPointerException if one other than {@code detector} is null
     * @throws IllegalArgumentException if a side is less than 1
     */
    public Analysis {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture's sides are at least 1, found " + width + "x" + height);
        }
        faces = List.copyOf(faces);
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(classifier, "classifier");
        Objects.requireNonNull(millis, "millis");
    }

    @Override
    public Iterator<FaceEmotion> iterator() {
        return faces.iterator();
    }
}
