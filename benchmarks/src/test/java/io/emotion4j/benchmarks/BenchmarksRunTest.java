package io.emotion4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.RgbImage;
import java.io.IOException;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** That they run, not how fast: one short iteration each, in this JVM. */
class BenchmarksRunTest {

    @Test
    void everyBenchmarkRunsAndTheSummaryHasEveryFigure() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("io.emotion4j.benchmarks")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(20))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        assertThat(results).hasSize(13);
        assertThat(Summary.of(results))
                .contains(
                        "analyze", "decode", "classify 16", "bare engine, ratio", "of the engine's time", "2 threads");
    }

    @Test
    void pictureIsTheSameInEveryRun() throws IOException {
        byte[] jpeg = OneFacePicture.jpeg();
        assertThat(OneFacePicture.jpeg()).isEqualTo(jpeg).hasSizeBetween(10_000, 200_000);
        assertThat(RgbImage.decode(jpeg)).hasToString("RgbImage[640x480]");
    }
}
