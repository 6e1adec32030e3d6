package io.emotion4j.benchmarks;

import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
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

/** Several faces in one batch, sampled from the picture and scored. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ClassifierBenchmark {

    /** So many faces; the same one again and again, which takes as long as different ones. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init")
    public static class Faces {

        @Param({"1", "4", "16"})
        public int faces;

        List<Face> batch;

        @Setup
        public void repeat(Pipeline pipeline) {
            batch = Collections.nCopies(faces, pipeline.faces.get(0));
        }
    }

    @Benchmark
    public List<EmotionScores> classify(Pipeline pipeline, Faces faces) {
        return pipeline.classifier.classify(pipeline.image, faces.batch);
    }
}
