package io.emotion4j.benchmarks;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.benchmarks.picture.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** One face by the networks of the systems that the library replaces, run by the library. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open() first.
public class ReplacedBenchmark {

    @Param
    public Replaced network;

    private EmotionClassifier classifier;
    private RgbImage image;
    private List<Face> face;

    @Setup
    public void open() throws IOException {
        image = RgbImage.decode(Photo.FRAME.jpeg());
        try (FaceDetector detector = EmotionAnalyzer.builder().buildDetector()) {
            face = detector.detect(image).subList(0, 1);
        }
        Path folder = Files.createTempDirectory("emotion4j-benchmarks");
        try {
            classifier = EmotionAnalyzer.builder()
                    .engine("onnx")
                    .classifierModel(network.write(folder))
                    .buildClassifier();
        } finally {
            Files.deleteIfExists(folder.resolve("model.json"));
            Files.deleteIfExists(folder.resolve("model.onnx"));
            Files.delete(folder);
        }
    }

    @TearDown
    public void close() {
        classifier.close();
    }

    @Benchmark
    public List<EmotionScores> classify() {
        return classifier.classify(image, face);
    }
}
