package io.emotion4j.output;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.FaceDetector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ran on the pictures; the same for all of them.
 *
 * @param engine such as {@code onnx}
 * @param detector id of the detector's model; null where pictures are crops of faces and nothing was detected
 * @param classifier id of the classifier's model
 * @param labels the expressions that the classifier knows, in the order of its output
 * @since 0.1.0
 */
public record Setup(String engine, @Nullable String detector, String classifier, List<Emotion> labels) {

    /** Copies the list. */
    public Setup {
        labels = List.copyOf(labels);
    }

    /**
     * What an analyzer runs.
     *
     * @param analyzer the analyzer
     * @return its engine, models and labels
     */
    public static Setup of(EmotionAnalyzer analyzer) {
        FaceDetector detector = analyzer.detector();
        return new Setup(
                analyzer.engine(),
                detector == null ? null : detector.id(),
                analyzer.classifier().id(),
                analyzer.classifier().labels());
    }
}
