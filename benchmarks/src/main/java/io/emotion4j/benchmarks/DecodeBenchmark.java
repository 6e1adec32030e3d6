package io.emotion4j.benchmarks;

import ai.djl.modality.cv.ImageFactory;
import io.emotion4j.RgbImage;
import io.emotion4j.benchmarks.bare.OpenCv;
import io.emotion4j.benchmarks.picture.PictureKind;
import java.io.ByteArrayInputStream;
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

/** A file to pixels: by the library alone, with the decoders of {@code emotion-codecs}, and by OpenCV. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open() first.
public class DecodeBenchmark {

    /** Of the file. */
    @Param
    public PictureKind picture;

    private byte[] file;
    private Mat openCvFile;

    @Setup
    public void open() throws IOException {
        file = picture.file();
        openCvFile = OpenCv.file(file);
    }

    @TearDown
    public void close() {
        openCvFile.close();
        System.clearProperty(PictureDecoders.PROPERTY);
    }

    @Benchmark
    public RgbImage alone() throws IOException {
        PictureDecoders.use(false);
        return RgbImage.decode(file);
    }

    @Benchmark
    public RgbImage withCodecs() throws IOException {
        PictureDecoders.use(true);
        return RgbImage.decode(file);
    }

    @Benchmark
    public int openCv() {
        return rows(1);
    }

    @Benchmark
    public int openCvHalf() {
        return rows(2);
    }

    @Benchmark
    public int openCvQuarter() {
        return rows(4);
    }

    /** The Deep Java Library's image factory, which what people write with it begins with. */
    @Benchmark
    public int djl() throws IOException {
        return ImageFactory.getInstance()
                .fromInputStream(new ByteArrayInputStream(file))
                .getWidth();
    }

    private int rows(int scale) {
        try (Mat pixels = OpenCv.decode(openCvFile, scale)) {
            return pixels.rows();
        }
    }
}
