package io.emotion4j.benchmarks;

import ai.onnxruntime.OrtException;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.benchmarks.bare.BareOnnx;
import io.emotion4j.benchmarks.picture.Photo;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.Model;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Several faces in one batch, sampled from the picture and scored. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ClassifyBenchmark {

    /** Through the library. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls open() first.
    public static class Library {

        @Param("onnx")
        public String engine;

        /** Id of a shipped model. */
        @Param(Shipped.CLASSIFIER)
        public String classifier;

        /** In the batch: the same one again and again, which takes as long as different ones. */
        @Param({"1", "4", "16", "64"})
        public int faces;

        private EmotionClassifier opened;
        private RgbImage image;
        private List<Face> batch;

        @Setup
        public void open() throws IOException {
            image = RgbImage.decode(Photo.FRAME.jpeg());
            try (FaceDetector detector = EmotionAnalyzer.builder().buildDetector()) {
                batch = Collections.nCopies(faces, detector.detect(image).get(0));
            }
            opened = EmotionAnalyzer.builder()
                    .engine(engine)
                    .classifierModel(Model.shipped(classifier))
                    .buildClassifier();
        }

        @TearDown
        public void close() {
            opened.close();
        }
    }

    /** The same network by the engine's own call. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls open() first.
    public static class Bare {

        @Param(Shipped.CLASSIFIER)
        public String classifier;

        @Param({"1", "4", "16", "64"})
        public int faces;

        private BareOnnx onnx;

        @Setup
        public void open() throws OrtException {
            InputSpec input = Model.shipped(classifier).descriptor().input();
            onnx = BareOnnx.of(classifier, faces, input.height(), input.width());
        }

        @TearDown
        public void close() throws OrtException {
            onnx.close();
        }
    }

    @Benchmark
    public List<EmotionScores> library(Library library) {
        return library.opened.classify(library.image, library.batch);
    }

    @Benchmark
    public int bareCall(Bare bare) throws OrtException {
        return bare.onnx.run();
    }
}
