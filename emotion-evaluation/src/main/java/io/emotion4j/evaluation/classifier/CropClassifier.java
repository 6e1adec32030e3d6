package io.emotion4j.evaluation.classifier;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.RgbImage;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import java.util.List;

/**
 * Classifies pictures that are face crops already, enlarged as published figures have it. Thread-safe as its classifier is, which
 * stays the caller's to close.
 *
 * @since 0.1.0
 */
public final class CropClassifier {

    private final EmotionClassifier classifier;
    private final InputSpec input;

    /**
     * Wraps a classifier.
     *
     * @param classifier any
     * @param model its descriptor
     */
    public CropClassifier(EmotionClassifier classifier, ModelDescriptor model) {
        this.classifier = classifier;
        this.input = model.input();
    }

    /**
     * Classifies one crop.
     *
     * @param crop the crop; best square, else it is shown whole with its border drawn out to a square
     * @return the scores
     */
    public EmotionScores classify(RgbImage crop) {
        return classifier.classifyCrop(Enlargement.within(crop, input.width(), input.height()));
    }

    /** {@return the expressions that the model knows} */
    public List<Emotion> labels() {
        return classifier.labels();
    }
}
