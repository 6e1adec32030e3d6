package io.emotion4j;

import java.util.List;

/**
 * Says which expression each of a picture's faces shows. Implementations are thread-safe and meant to be shared.
 *
 * <p>The classifiers of this library come from {@link EmotionAnalyzerBuilder#buildClassifier()}.
 *
 * @since 0.1.0
 */
public interface EmotionClassifier extends AutoCloseable {

    /**
     * Scores all faces of a picture, in one batch.
     *
     * @param image the upright picture
     * @param faces faces within it
     * @return as many scores, in the same order
     * @throws InferenceException if the engine fails
     * @throws IllegalStateException if this classifier is closed
     */
    List<EmotionScores> classify(RgbImage image, List<Face> faces);

    /**
     * Scores a picture that was cut out already as the model takes faces, such as one of a data set: the whole picture is the face,
     * and no margin is added around it.
     *
     * @param crop best square; else its border is drawn out to a square
     * @return its scores
     * @throws InferenceException if the engine fails
     * @throws IllegalStateException if this classifier is closed
     */
    default EmotionScores classifyCrop(RgbImage crop) {
        return classify(crop, List.of(Face.filling(crop))).get(0);
    }

    /**
     * Scores pictures that were cut out already, as {@link #classifyCrop} does, in as few runs as the classifier can.
     *
     * @param crops best square
     * @return as many scores, in the same order
     * @throws InferenceException if the engine fails
     * @throws IllegalStateException if this classifier is closed
     */
    default List<EmotionScores> classifyCrops(List<RgbImage> crops) {
        return crops.stream().map(this::classifyCrop).toList();
    }

    /** {@return the expressions that the model knows, in the order of its output} */
    List<Emotion> labels();

    /**
     * The picture of one face exactly as the network gets it, to look at.
     *
     * @param image the upright picture
     * @param face a face within it
     * @return a picture of the network's input size; gray models give equal red, green and blue
     * @throws UnsupportedOperationException if this classifier cannot show it
     */
    default RgbImage debugCrop(RgbImage image, Face face) {
        throw new UnsupportedOperationException("Classifier '" + id() + "' does not show its input");
    }

    /** {@return the id of the model, such as {@code "fer-resnet"}} */
    default String id() {
        return "custom";
    }

    /** {@return the name of the engine that runs the model, such as {@code "onnx"}} */
    default String engine() {
        return "custom";
    }

    /**
     * Frees what the engine holds, at once or when the calls that are running have ended; these still give their results. The
     * second call does nothing.
     */
    @Override
    default void close() {}
}
