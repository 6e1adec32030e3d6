package io.emotion4j.benchmarks;

import ai.onnxruntime.OrtException;
import io.emotion4j.Analysis;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.RgbImage;
import io.emotion4j.benchmarks.bare.BareOnnx;
import io.emotion4j.benchmarks.bare.OpenCv;
import io.emotion4j.benchmarks.picture.Photo;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A whole analysis of a JPEG at the default options with {@code emotion-codecs}, one thread, beside what no program can leave out: decoding, by us or
 * by OpenCV, one call of the detector on 640x480 and one of the classifier on all faces (no scaling, no crops).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open() first.
public class PhotoBenchmark {

    @Param("onnx")
    public String engine;

    @Param
    public Photo photo;

    private byte[] jpeg;
    private EmotionAnalyzer analyzer;
    private EmotionAnalyzer reducing;
    private EmotionAnalyzer fast;
    private BareOnnx detector;
    private BareOnnx classifier;
    private Mat openCvFile;

    @Setup
    public void open() throws IOException, OrtException {
        jpeg = photo.jpeg();
        analyzer = EmotionAnalyzer.builder().engine(engine).build();
        int found = analyzer.analyze(jpeg).faces().size();
        if (found != photo.faces()) {
            throw new IllegalStateException(
                    photo + " shows " + photo.faces() + " faces, but the detector finds " + found);
        }
        reducing =
                EmotionAnalyzer.builder().engine(engine).reducedDecoding(true).build();
        fast = EmotionAnalyzer.builder().engine(engine).fast(true).build();
        detector = BareOnnx.of(Shipped.DETECTOR, 1, 480, 640);
        classifier = BareOnnx.of(Shipped.CLASSIFIER, Math.max(1, photo.faces()), 48, 48);
        openCvFile = OpenCv.file(jpeg);
    }

    @TearDown
    public void close() throws OrtException {
        openCvFile.close();
        classifier.close();
        detector.close();
        fast.close();
        reducing.close();
        analyzer.close();
    }

    @Benchmark
    public Analysis library() throws IOException {
        return analyzer.analyze(jpeg);
    }

    @Benchmark
    public Analysis libraryReducedDecoding() throws IOException {
        return reducing.analyze(jpeg);
    }

    @Benchmark
    public Analysis libraryFast() throws IOException {
        return fast.analyze(jpeg);
    }

    @Benchmark
    public int decodeAndBareCalls() throws IOException, OrtException {
        return RgbImage.decode(jpeg).width() + bareCalls();
    }

    @Benchmark
    public int openCvAndBareCalls() throws OrtException {
        try (Mat pixels = OpenCv.decode(openCvFile, 1)) {
            return pixels.cols() + bareCalls();
        }
    }

    private int bareCalls() throws OrtException {
        return detector.run() + (photo.faces() == 0 ? 0 : classifier.run());
    }
}
