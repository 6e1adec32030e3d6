package io.emotion4j.server;

import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.InferenceException;
import io.emotion4j.RgbImage;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** A detector that finds one face in every picture, when it is let; and a classifier to whom every face is happy. */
final class FakeModels implements FaceDetector {

    private static final List<Emotion> LABELS = List.of(Emotion.HAPPY, Emotion.SAD);

    private final Semaphore entered = new Semaphore(0);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch gate;

    private final boolean broken;

    private FakeModels(int closed, boolean broken) {
        this.gate = new CountDownLatch(closed);
        this.broken = broken;
    }

    static FakeModels quick() {
        return new FakeModels(0, false);
    }

    /** Every analysis fails. */
    static FakeModels broken() {
        return new FakeModels(0, true);
    }

    /** Every analysis waits for {@link #open}. */
    static FakeModels waiting() {
        return new FakeModels(1, false);
    }

    /** Waits until an analysis has begun. */
    void awaitEntered() throws InterruptedException {
        entered.acquire();
    }

    /** Waits until an analysis was told to end. */
    void awaitInterrupted() throws InterruptedException {
        interrupted.await();
    }

    void open() {
        gate.countDown();
    }

    @Override
    public List<Face> detect(RgbImage image) {
        if (broken) {
            throw new InferenceException("A broken model, for a test; its trace above is meant to be there");
        }
        entered.release();
        try {
            gate.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw new IllegalStateException(e);
        }
        return List.of(new Face(new BoundingBox(0, 0, image.width(), image.height()), 1, null));
    }

    EmotionClassifier classifier() {
        return new EmotionClassifier() {
            @Override
            public List<EmotionScores> classify(RgbImage image, List<Face> faces) {
                return faces.stream()
                        .map(face -> EmotionScores.of(LABELS, 0.75f, 0.25f))
                        .toList();
            }

            @Override
            public List<Emotion> labels() {
                return LABELS;
            }
        };
    }
}
