package io.emotion4j.evaluation.data;

import java.nio.file.Path;
import java.util.List;

/**
 * A picture in which faces are marked.
 *
 * @param name how the index calls it
 * @param file where it lies
 * @param faces the marked faces; empty where there is none, or where faces are not marked
 * @since 0.1.0
 */
public record AnnotatedPicture(String name, Path file, List<AnnotatedFace> faces) {

    /** Copies the list. */
    public AnnotatedPicture {
        faces = List.copyOf(faces);
    }
}
