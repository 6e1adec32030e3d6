package io.emotion4j.cli;

import io.emotion4j.Analysis;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.Face;
import io.emotion4j.FaceEmotion;
import io.emotion4j.RgbImage;
import io.emotion4j.Timings;
import io.emotion4j.output.Setup;
import java.util.List;

/** Analyzes decoded pictures: finds the faces first, or takes each picture for one face. Thread-safe. */
interface Analyst extends AutoCloseable {

    Setup setup();

    Analysis analyze(RgbImage image);

    @Override
    void close();

    /** Finds faces and classifies them. */
    static Analyst ofPictures(EmotionAnalyzerBuilder builder) {
        EmotionAnalyzer analyzer = builder.build();
        Setup setup = Setup.of(analyzer);
        return new Analyst() {
            @Override
            public Setup setup() {
                return setup;
            }

            @Override
            public Analysis analyze(RgbImage image) {
                return analyzer.analyze(image);
            }

            @Override
            public void close() {
                analyzer.close();
            }
        };
    }

    /** Classifies each picture as the one face that fills it; no detector is opened. */
    static Analyst ofCrops(EmotionAnalyzerBuilder builder) {
        EmotionClassifier classifier = builder.buildClassifier();
        Setup setup = new Setup(classifier.engine(), null, classifier.id(), classifier.labels());
        return new Analyst() {
            @Override
            public Setup setup() {
                return setup;
            }

            @Override
            public Analysis analyze(RgbImage image) {
                long start = System.nanoTime();
                Face face = Face.filling(image);
                FaceEmotion found = new FaceEmotion(
                        face, classifier.classify(image, List.of(face)).get(0));
                Timings timings = new Timings(0, 0, System.nanoTime() - start);
                return new Analysis(
                        image.width(),
                        image.height(),
                        List.of(found),
                        setup.engine(),
                        "none",
                        setup.classifier(),
                        timings);
            }

            @Override
            public void close() {
                classifier.close();
            }
        };
    }
}
