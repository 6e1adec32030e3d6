package io.emotion4j.evaluation.detector;

import io.emotion4j.Face;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import java.util.List;

/**
 * What a detector found in a picture.
 *
 * @param picture the picture, with its marked faces
 * @param found the faces that the detector found, also those that it is hardly sure of
 * @since 0.1.0
 */
public record Finding(AnnotatedPicture picture, List<Face> found) {

    /** Copies the list. */
    public Finding {
        found = List.copyOf(found);
    }

    /** {@return the same with only the faces of at least that confidence} */
    public Finding from(double confidence) {
        return new Finding(
                picture,
                found.stream().filter(face -> face.confidence() >= confidence).toList());
    }
}
