package io.emotion4j.benchmarks;

import io.emotion4j.Analysis;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.benchmarks.picture.Photo;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.Threads;

/** Webcam frames a second on one shared analyzer, by one thread and by two. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open() first.
public class ThroughputBenchmark {

    @Param("onnx")
    public String engine;

    private byte[] jpeg;
    private EmotionAnalyzer analyzer;

    @Setup
    public void open() throws IOException {
        jpeg = Photo.FRAME.jpeg();
        analyzer = EmotionAnalyzer.builder().engine(engine).build();
    }

    @TearDown
    public void close() {
        analyzer.close();
    }

    @Benchmark
    @Threads(1)
    public Analysis oneThread() throws IOException {
        return analyzer.analyze(jpeg);
    }

    @Benchmark
    @Threads(2)
    public Analysis twoThreads() throws IOException {
        return analyzer.analyze(jpeg);
    }
}
