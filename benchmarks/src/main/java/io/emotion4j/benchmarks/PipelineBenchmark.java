package io.emotion4j.benchmarks;

import io.emotion4j.Analysis;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** One JPEG of 640x480 with one face: each step, and all of them. One thread; look at the median. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PipelineBenchmark {

    @Benchmark
    public Analysis analyze(Pipeline pipeline) throws IOException {
        return pipeline.analyzer.analyze(pipeline.jpeg);
    }

    @Benchmark
    public RgbImage decode(Pipeline pipeline) throws IOException {
        return RgbImage.decode(pipeline.jpeg);
    }

    @Benchmark
    public List<Face> detect(Pipeline pipeline) {
        return pipeline.detector.detect(pipeline.image);
    }

    @Benchmark
    public List<EmotionScores> classify(Pipeline pipeline) {
        return pipeline.classifier.classify(pipeline.image, pipeline.faces);
    }
}
