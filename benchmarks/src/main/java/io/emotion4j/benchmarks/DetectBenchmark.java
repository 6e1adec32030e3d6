package io.emotion4j.benchmarks;

import ai.onnxruntime.OrtException;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.benchmarks.bare.BareOnnx;
import io.emotion4j.benchmarks.bare.OpenCvFaces;
import io.emotion4j.benchmarks.picture.Photo;
import java.io.IOException;
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

/** The faces of a picture that needs no scaling, 4:3, with one face. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DetectBenchmark {

    /** Sides of the network's input are multiples of it. */
    private static final int STRIDE = 32;

    /** The shipped detector through the library. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls open() first.
    public static class Library {

        @Param("onnx")
        public String engine;

        /** Longer side of the picture that the network gets. */
        @Param({"320", "640", "1280"})
        public int size;

        private FaceDetector detector;
        private RgbImage image;

        @Setup
        public void open() throws IOException {
            image = RgbImage.decode(Photo.frame(size));
            detector =
                    EmotionAnalyzer.builder().engine(engine).detectionSize(size).buildDetector();
        }

        @TearDown
        public void close() {
            detector.close();
        }
    }

    /** The same network by the engine's own call. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls open() first.
    public static class Bare {

        @Param({"320", "640", "1280"})
        public int size;

        private BareOnnx onnx;

        @Setup
        public void open() throws OrtException {
            int height = (size * 3 / 4 + STRIDE - 1) / STRIDE * STRIDE;
            onnx = BareOnnx.of(Shipped.DETECTOR, 1, height, size);
        }

        @TearDown
        public void close() throws OrtException {
            onnx.close();
        }
    }

    /** OpenCV's cascade on the same picture. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls open() first.
    public static class Haar {

        @Param({"320", "640", "1280"})
        public int size;

        private OpenCvFaces faces;

        @Setup
        public void open() throws IOException {
            faces = OpenCvFaces.haar(Photo.frame(size));
        }

        @TearDown
        public void close() {
            faces.close();
        }
    }

    /**
     * OpenCV's FaceDetectorYN on the same picture, with the same network, as YuNet's own weights are not the project's. It gives the network pixels
     * that are not scaled, so it finds no face; looking takes as long.
     */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls open() first.
    public static class YuNet {

        @Param({"640", "1280"})
        public int size;

        private OpenCvFaces faces;

        @Setup
        public void open() throws IOException {
            faces = OpenCvFaces.yunet(Photo.frame(size), Shipped.DETECTOR);
        }

        @TearDown
        public void close() {
            faces.close();
        }
    }

    @Benchmark
    public List<Face> library(Library library) {
        return library.detector.detect(library.image);
    }

    @Benchmark
    public int bareCall(Bare bare) throws OrtException {
        return bare.onnx.run();
    }

    @Benchmark
    public int openCvYuNet(YuNet yunet) {
        return yunet.faces.detect();
    }

    @Benchmark
    public int openCvHaar(Haar haar) {
        return haar.faces.detect();
    }
}
