package io.emotion4j.spring;

import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** One happy face on every picture, without an engine. */
final class FakeAnalyzer implements FaceDetector, EmotionClassifier {

    final AtomicInteger classified = new AtomicInteger();
    volatile Runnable onDetect = () -> {};

    EmotionAnalyzerBuilder builder() {
        return EmotionAnalyzer.builder().detector(this).classifier(this);
    }

    static EmotionAnalyzer open() {
        return new FakeAnalyzer().builder().build();
    }

    static byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public List<Face> detect(RgbImage image) {
        onDetect.run();
        return List.of(new Face(new BoundingBox(0, 0, 2, 2), 0.9f, null));
    }

    @Override
    public List<EmotionScores> classify(RgbImage image, List<Face> faces) {
        classified.incrementAndGet();
        return faces.stream()
                .map(face -> EmotionScores.of(labels(), 0.75f, 0.25f))
                .toList();
    }

    @Override
    public List<Emotion> labels() {
        return List.of(Emotion.HAPPY, Emotion.SAD);
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public String engine() {
        return "fake";
    }

    @Override
    public void close() {}
}
