package io.emotion4j.benchmarks;

import io.emotion4j.benchmarks.picture.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From the start of a process to its end, with the answer about one webcam's frame between. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open() first.
public class StartBenchmark {

    private Path jpeg;

    @Setup
    public void open() throws IOException {
        jpeg = Files.write(Files.createTempFile("frame", ".jpg"), Photo.FRAME.jpeg());
    }

    @TearDown
    public void close() throws IOException {
        Files.delete(jpeg);
    }

    /** A program of three lines with the library on its class path. */
    @Benchmark
    public String program() throws IOException, InterruptedException {
        return Child.java(FirstAnswer.class, jpeg.toString());
    }

    /** {@code ./emotion4j FILE} of the source tree that {@link Child#HOME} names. */
    @Benchmark
    public String commandLine() throws IOException, InterruptedException {
        return Child.commandLine(jpeg.toString());
    }
}
