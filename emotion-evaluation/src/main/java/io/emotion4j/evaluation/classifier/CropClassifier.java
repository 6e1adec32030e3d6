package io.emotion4j.evaluation.classifier;

import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import io.emotion4j.model.FaceSpec;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import java.util.List;

/**
 * Classifies pictures that are face crops already: the whole picture becomes the network's input. Thread-safe as its classifier is,
 * which stays the caller's to close.
 */
public final class CropClassifier {

    private final EmotionClassifier classifier;
    private final InputSpec input;
    private final float keep;

    /**
     * Wraps a classifier.
     *
     * @param classifier made without alignment
     * @param model its descriptor
     */
    public CropClassifier(EmotionClassifier classifier, ModelDescriptor model) {
        FaceSpec face = model.face();
        this.classifier = classifier;
        this.input = model.input();
        // The classifier widens the box by its margin; a box that is narrower by as much comes out as the whole
        // picture.
        this.keep = face == null ? 1 : 1 / (1 + 2 * face.margin());
    }

    /**
     * Classifies one crop.
     *
     * @param crop the crop; best square, else it is shown whole with its border drawn out to a square
     * @return the scores
     */
    public EmotionScores classify(RgbImage crop) {
        RgbImage image = Enlargement.within(crop, input.width(), input.height());
        float width = image.width() * keep;
        float height = image.height() * keep;
        BoundingBox box = new BoundingBox((image.width() - width) / 2, (image.height() - height) / 2, width, height);
        return classifier.classify(image, List.of(new Face(box, 1, null))).get(0);
    }

    /** {@return the expressions that the model knows} */
    public List<Emotion> labels() {
        return classifier.labels();
    }
}
