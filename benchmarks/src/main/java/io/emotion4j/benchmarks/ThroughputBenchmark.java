package io.emotion4j.benchmarks;

import io.emotion4j.Analysis;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;

/** Pictures a second on one shared analyzer, by one thread and by two. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ThroughputBenchmark {

    @Benchmark
    @Threads(1)
    public Analysis oneThread(Pipeline pipeline) throws IOException {
        return pipeline.analyzer.analyze(pipeline.jpeg);
    }

    @Benchmark
    @Threads(2)
    public Analysis twoThreads(Pipeline pipeline) throws IOException {
        return pipeline.analyzer.analyze(pipeline.jpeg);
    }
}
