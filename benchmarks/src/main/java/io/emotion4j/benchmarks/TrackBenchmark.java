package io.emotion4j.benchmarks;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionTracker;
import io.emotion4j.FaceEmotion;
import io.emotion4j.TrackedFace;
import io.emotion4j.benchmarks.picture.Photo;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Following twenty faces from one frame to the next, without detection and classification. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open() first.
public class TrackBenchmark {

    private static final Duration FRAME = Duration.ofMillis(40);

    private List<FaceEmotion> faces;
    private EmotionTracker tracker;
    private Duration time = Duration.ZERO;

    @Setup
    public void open() throws IOException {
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.create()) {
            faces = analyzer.analyze(Photo.GROUP.jpeg()).faces();
        }
        tracker = EmotionTracker.builder().build();
    }

    @Benchmark
    public List<TrackedFace> track() {
        time = time.plus(FRAME);
        return tracker.update(time, faces);
    }
}
