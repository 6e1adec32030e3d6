package io.emotion4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.RgbImage;
import io.emotion4j.benchmarks.picture.Photo;
import io.emotion4j.benchmarks.picture.PictureKind;
import io.emotion4j.benchmarks.report.Measured;
import io.emotion4j.benchmarks.report.Ratio;
import io.emotion4j.benchmarks.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** That they run, not how fast: one short iteration each, in this JVM, on the small pictures. */
class BenchmarksRunTest {

    @Test
    void everyBenchmarkRunsAndTheReportHasItsFigures(@TempDir Path folder) throws RunnerException, IOException {
        Collection<RunResult> results = new Runner(Plan.FULL
                        .options()
                        .include("io.emotion4j.benchmarks")
                        .exclude("StartBenchmark.commandLine")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(20))
                        .param("picture", "JPEG_SMALL", "WEBP_SMALL")
                        .param("photo", "FRAME")
                        .param("size", "640")
                        .param("faces", "1")
                        .build())
                .run();
        Path json = folder.resolve("figures.json");
        Measured.write(results, Map.of("java", "17"), json);
        Report.write(json);

        Measured measured = Measured.read(json);
        assertThat(measured.environment()).containsEntry("java", "17");
        assertThat(measured.figures())
                .hasSize(12 + 4 + 2 + 5 + 2 + 2 + 1 + 1)
                .containsKeys("Decode.alone picture=WEBP_SMALL", "Detect.openCvYuNet size=640", "Start.program");
        assertThat(folder.resolve("figures.md"))
                .content()
                .contains("classify 1 face : bare engine call", "two threads : one thread", "| Track.track | us/op |");
        assertThat(RgbImage.decode(folder.resolve("figures.png")).width()).isEqualTo(1100);
        assertThat(Files.readString(json)).doesNotContain("rawData", System.getProperty("java.home"));
    }

    @Test
    void detectorsAreMeasuredInTurnBesideTheShippedOne() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DetectorsInTurn.measure(1, List.of("face-pyramid"), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("face-pyramid")
                                .contains(" ms processor time ", " 1.00 of the first, 3 faces"),
                        line -> assertThat(line).startsWith("face-pyramid").endsWith(" 3 faces"),
                        line -> assertThat(line).startsWith("OpenCV's frontal Haar cascade"));
    }

    @ParameterizedTest
    @EnumSource(
            value = PictureKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"JPEG_12MP", "PROGRESSIVE_12MP"})
    void theSamePictureInEveryForm(PictureKind kind) throws IOException {
        byte[] file = kind.file();
        assertThat(kind.file()).isEqualTo(file);
        RgbImage picture = RgbImage.decode(file);
        RgbImage scene =
                RgbImage.from(io.emotion4j.benchmarks.picture.Scene.draw(picture.width(), picture.height(), 3));
        assertThat(light(picture)).isCloseTo(light(scene), within(2.0));
    }

    @Test
    void everyFaceOfThePhotosIsFound() throws IOException {
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.create()) {
            for (Photo photo : Photo.values()) {
                assertThat(analyzer.analyze(photo.jpeg()).faces())
                        .as(photo.name())
                        .hasSize(photo.faces());
            }
        }
    }

    @Test
    void everyRatioIsOfBenchmarksThatThereAre() {
        assertThat(Ratio.ALL).allSatisfy(ratio -> {
            for (String figure : new String[] {ratio.ours(), ratio.other()}) {
                String[] name = figure.split(" ")[0].split("\\.");
                assertThat(Class.forName("io.emotion4j.benchmarks." + name[0] + "Benchmark")
                                .getMethods())
                        .anyMatch(method -> method.getName().equals(name[1]));
            }
        });
    }

    private static double light(RgbImage picture) {
        long sum = 0;
        byte[] rgb = picture.toRgbBytes();
        for (byte value : rgb) {
            sum += value & 255;
        }
        return (double) sum / rgb.length;
    }
}
