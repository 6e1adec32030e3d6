package io.emotion4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.benchmarks.picture.Photo;
import io.emotion4j.benchmarks.report.Comparison;
import io.emotion4j.benchmarks.report.Measured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The short form of {@code benchmarks/compare}, for a machine that does nothing else: detection, classification and a webcam's frame beside the bare
 * engine, in some two minutes: {@code mvn -Pcompare -pl benchmarks -am test -Dtest=RatiosTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("compare")
class RatiosTest {

    private static final Path COMMITTED = Path.of("results", "linux-x86_64.json");

    @Test
    void noRatioIsATenthWorseThanTheCommittedOne() throws RunnerException, IOException, InterruptedException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(Plan.QUICK.options().build())
                        .include("DetectBenchmark.(library|bareCall|openCvYuNet)")
                        .include("ClassifyBenchmark")
                        .include("PhotoBenchmark.(library|libraryFast|decodeAndBareCalls)$")
                        .param("photo", Photo.FRAME.name())
                        .param("faces", "1", "16")
                        .build())
                .run();
        Path file = Path.of("target", "compare.json");
        Measured.write(results, Environment.here(), file);
        Comparison comparison = Comparison.of(Measured.read(COMMITTED), Measured.read(file));
        System.out.print(comparison.text());
        assertThat(comparison.worse()).as(comparison.text()).isFalse();
    }
}
