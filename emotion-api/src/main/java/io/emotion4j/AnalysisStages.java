package io.emotion4j;

import io.emotion4j.internal.call.Call;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stages of an analysis after decoding. Thread-safe as detector and classifier are.
 *
 * @param detector null where each picture is one face
 */
record AnalysisStages(@Nullable FaceDetector detector, EmotionClassifier classifier) {

    Analysis analyze(RgbImage image) {
        Call.check("before detection");
        long start = System.nanoTime();
        List<Face> faces = detect(image);
        long detected = System.nanoTime();
        List<EmotionScores> scores = detector == null ? List.of(classifyCrop(image)) : classify(image, faces);
        long classified = System.nanoTime();
        Timings timings =
                Timings.ofNanos(image.decodeNanos(), detector == null ? 0 : detected - start, classified - detected);
        return found(image.width(), image.height(), timings, faces, scores);
    }

    /** {@return what was found in a picture of that size} */
    Analysis found(int width, int height, Timings timings, List<Face> faces, List<EmotionScores> scores) {
        List<FaceEmotion> found = new ArrayList<>(faces.size());
        for (int i = 0; i < faces.size(); i++) {
            found.add(new FaceEmotion(faces.get(i), scores.get(i)));
        }
        return new Analysis(
                width, height, engine(), detector == null ? null : detector.id(), classifier.id(), timings, found);
    }

    List<Face> detect(RgbImage image) {
        return detector == null ? List.of(Face.filling(image)) : detector.detect(image);
    }

    List<EmotionScores> classify(RgbImage image, List<Face> faces) {
        if (faces.isEmpty()) {
            return List.of();
        }
        Call.check("before classification");
        List<EmotionScores> scores = classifier.classify(image, faces);
        if (scores.size() != faces.size()) {
            throw new InferenceException("Classifier '" + classifier.id() + "' must score every face, expected "
                    + faces.size() + " scores, found " + scores.size());
        }
        return scores;
    }

    EmotionScores classifyCrop(RgbImage crop) {
        return classifier.classifyCrop(crop);
    }

    String engine() {
        String second = classifier.engine();
        String first = detector == null ? second : detector.engine();
        return first.equals(second) ? first : first + "+" + second;
    }
}
