package io.emotion4j.output;

import io.emotion4j.Analysis;
import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.FaceEmotion;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.Timings;
import java.util.List;

/** Made-up results. */
public final class TestFaces {

    public static final List<Emotion> LABELS = List.of(Emotion.ANGRY, Emotion.HAPPY, Emotion.SAD);
    public static final Setup SETUP = new Setup("onnx", "finder", "scorer", LABELS);

    private TestFaces() {}

    public static FaceEmotion happy(float x, float y, float width, float height) {
        return new FaceEmotion(
                new Face(new BoundingBox(x, y, width, height), 0.97f, null),
                EmotionScores.of(LABELS, 0.0000001f, 0.94f, 0.0599999f));
    }

    public static FaceEmotion sadWithLandmarks() {
        Landmarks landmarks = new Landmarks(
                new Point(12.346f, 20), new Point(28, 20), new Point(20, 28), new Point(14, 35), new Point(26, 35.5f));
        return new FaceEmotion(
                new Face(new BoundingBox(4, 5, 32, 40), 0.5f, landmarks), EmotionScores.of(LABELS, 0.25f, 0.25f, 0.5f));
    }

    public static Analysis analysis(FaceEmotion... faces) {
        return new Analysis(640, 480, "onnx", "finder", "scorer", new Timings(2, 3.5, 1.235), List.of(faces));
    }
}
