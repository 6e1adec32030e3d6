package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.LabelledFace;
import java.util.List;

/**
 * Faces to learn from.
 *
 * @param faces 48x48 pixels each
 * @param weight how often an epoch shows each of them: 1 = once, 0.5 = another half of them every epoch, 2 = twice
 * @param labelled whether people said what they show; else a teacher's answers are all that is learnt about them
 * @since 0.1.0
 */
public record FaceSource(List<LabelledFace> faces, double weight, boolean labelled) {

    /** Checks the weight and copies the list. */
    public FaceSource {
        if (!(weight > 0 && weight <= 100)) {
            throw new IllegalArgumentException(
                    "A source's weight says how often an epoch shows its faces: more than 0 to 100, found " + weight);
        }
        faces = List.copyOf(faces);
    }

    /** {@return how many faces an epoch draws from it} */
    int perEpoch() {
        return (int) Math.round(weight * faces.size());
    }
}
