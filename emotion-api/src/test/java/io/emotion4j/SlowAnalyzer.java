package io.emotion4j;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Detectors and classifiers that count who is inside, and hold them back until they may go on. */
final class SlowAnalyzer {

    static final RgbImage PICTURE = RgbImage.of(6, 4, new byte[72]);

    final AtomicInteger inside = new AtomicInteger();
    final AtomicInteger mostInside = new AtomicInteger();
    final AtomicInteger classified = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final CountDownLatch begun = new CountDownLatch(1);
    final Semaphore mayGoOn = new Semaphore(0);

    final FaceDetector detector = new FaceDetector() {
        @Override
        public List<Face> detect(RgbImage image) {
            mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                if (closed.get() > 0) {
                    throw new IllegalStateException("Detector was closed while somebody was inside");
                }
                begun.countDown();
                if (!mayGoOn.tryAcquire(20, TimeUnit.SECONDS)) {
                    throw new AssertionError("Nobody let the detector go on");
                }
                return List.of(Face.filling(image));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of(Face.filling(image));
            } finally {
                inside.decrementAndGet();
            }
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    };

    final EmotionClassifier classifier = new EmotionClassifier() {
        @Override
        public List<EmotionScores> classify(RgbImage image, List<Face> faces) {
            if (closed.get() > 0) {
                throw new IllegalStateException("Classifier was closed while somebody was inside");
            }
            classified.incrementAndGet();
            return faces.stream()
                    .map(face -> EmotionScores.of(labels(), 0.3f, 0.7f))
                    .toList();
        }

        @Override
        public EmotionScores classifyCrop(RgbImage crop) {
            return EmotionScores.of(labels(), 0.6f, 0.4f);
        }

        @Override
        public List<Emotion> labels() {
            return List.of(Emotion.SAD, Emotion.HAPPY);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    };

    EmotionAnalyzerBuilder builder() {
        return EmotionAnalyzer.builder().detector(detector).classifier(classifier);
    }

    /** One that closes both, as if it had opened them. */
    EmotionAnalyzer owning(int maxConcurrency) {
        return new EmotionAnalyzer(
                new EncodedAnalysis(new AnalysisStages(detector, classifier), DecodeLimits.DEFAULT, null),
                new AnalyzerCalls(
                        new io.emotion4j.internal.call.InFlight("EmotionAnalyzer", maxConcurrency, () -> {
                            detector.close();
                            classifier.close();
                        }),
                        new Semaphore(1000),
                        null,
                        new AnalysisListener() {}),
                true);
    }
}
