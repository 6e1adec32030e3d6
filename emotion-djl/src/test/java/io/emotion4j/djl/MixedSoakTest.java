package io.emotion4j.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A service's days: pictures of several kinds, broken ones among them, on two threads, for each engine in a JVM of its own. In full with {@code
 * -Psoak}, with {@code -Dsoak.analyses=N} in place of 100,000 and {@code -Dsoak.engines=pytorch} for one engine alone; plots and figures lie in {@code
 * target/soak}.
 */
class MixedSoakTest {

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final Path FOLDER = Path.of("target", "soak");

    @BeforeEach
    void needsProc() {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/status")), "skipped: this system has no /proc/self/status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onnx", "pytorch", "tensorflow"})
    void nothingIsLostInAHundredAnalyses(String engine) throws Exception {
        long[][] lines = run(engine, 120);
        // So few cannot tell a leak from what a JVM warms up with, but files and threads that stay open show.
        assertThat(lines[19][2]).as("open files").isLessThanOrEqualTo(lines[4][2] + 2);
        assertThat(lines[19][3]).as("threads").isLessThanOrEqualTo(lines[4][3] + 2);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("engines")
    void memoryFilesAndThreadsStayAsTheyAre(String engine) throws Exception {
        long[][] lines = run(engine, Integer.getInteger("soak.analyses", 100_000));
        draw(engine, lines);
        double warm = mean(lines, 4, 7);
        double late = mean(lines, 17, 20);
        System.out.printf(
                "%s: %d analyses, resident memory %.1f MB after a quarter, %.1f MB at the end (%+.2f %%), %d open files, %d threads%n",
                engine, lines[19][0], warm / 1024, late / 1024, 100 * (late / warm - 1), lines[19][2], lines[19][3]);
        assertThat(late).as("resident memory at the end").isLessThan(1.02 * warm);
        assertThat(lines[19][2]).as("open files").isLessThanOrEqualTo(lines[4][2] + 2);
        assertThat(lines[19][3]).as("threads").isLessThanOrEqualTo(lines[4][3] + 2);
    }

    private static List<String> engines() {
        return List.of(
                System.getProperty("soak.engines", "onnx,pytorch,tensorflow").split(","));
    }

    /** {@return twenty lines of analyses, kilobytes, open files and threads} */
    private static long[][] run(String engine, int analyses) throws Exception {
        JavaProgram.Result result = JavaProgram.of(
                        MixedSoakProgram.class,
                        engine,
                        String.valueOf(analyses),
                        SAMPLES.resolve("seven-expressions.png").toString(),
                        SAMPLES.resolve("one-face.jpg").toString())
                .jvm(List.of("-Xms384m", "-Xmx384m", "-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1"))
                .run(Duration.ofHours(3));
        assertThat(result.exit()).as(result.err()).isZero();
        List<String> lines = result.out().lines().toList();
        assertThat(lines).hasSize(21);
        // Of ten files two are broken, and the others hold 7 + 7 + 5 times one face.
        assertThat(lines.get(20)).isEqualTo("faces " + analyses / 10 * 19 + " refused " + analyses / 10 * 2);
        return lines.subList(0, 20).stream()
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .toArray(long[][]::new);
    }

    private static double mean(long[][] lines, int from, int to) {
        return Arrays.stream(lines, from, to)
                .mapToLong(line -> line[1])
                .average()
                .orElseThrow();
    }

    private static void draw(String engine, long[][] lines) throws IOException {
        Files.createDirectories(FOLDER);
        StringBuilder csv = new StringBuilder("analyses,resident_kilobytes,open_files,threads\n");
        for (long[] line : lines) {
            csv.append(line[0] + "," + line[1] + "," + line[2] + "," + line[3] + "\n");
        }
        Files.writeString(FOLDER.resolve(engine + ".csv"), csv);
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(500)
                .title(engine)
                .xAxisTitle("analyses")
                .yAxisTitle("MB resident; open files; threads")
                .build();
        String[] names = {"resident memory, MB", "open files", "threads"};
        double[] unit = {1024, 1, 1};
        double[] analyses = Arrays.stream(lines).mapToDouble(line -> line[0]).toArray();
        for (int i = 0; i < names.length; i++) {
            int column = i + 1;
            double per = unit[i];
            chart.addSeries(
                            names[i],
                            analyses,
                            Arrays.stream(lines)
                                    .mapToDouble(line -> line[column] / per)
                                    .toArray())
                    .setMarker(SeriesMarkers.NONE);
        }
        chart.getStyler().setYAxisMin(0.0);
        BitmapEncoder.saveBitmap(chart, FOLDER.resolve(engine + ".png").toString(), BitmapEncoder.BitmapFormat.PNG);
    }
}
