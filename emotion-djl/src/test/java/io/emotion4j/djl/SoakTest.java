package io.emotion4j.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.FaceEmotion;
import io.emotion4j.RgbImage;
import io.emotion4j.testing.JavaProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long use: memory stays, and answers stay those of one thread. Each in a short form, and in full with {@code -Psoak}. */
class SoakTest {

    private static final Path SAMPLE = Path.of("..", "samples", "seven-expressions.png");

    @ParameterizedTest
    @ValueSource(strings = {"onnx", "pytorch", "tensorflow"})
    void memoryStaysInAFewHundredRuns(String engine) throws Exception {
        // So few runs cannot tell a leak from what a JVM warms up with, only a large one.
        memoryStays(engine, 500, 50, 1.10);
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(strings = {"onnx", "pytorch", "tensorflow"})
    void memoryStaysInTwentyThousandRuns(String engine) throws Exception {
        memoryStays(engine, 20_000, 2_000, 1.03);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onnx", "pytorch", "tensorflow"})
    void eightThreadsGetWhatOneGetsForASecond(String engine) throws Exception {
        answersStay(engine, Duration.ofSeconds(1));
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(strings = {"onnx", "pytorch", "tensorflow"})
    void eightThreadsGetWhatOneGetsForAMinute(String engine) throws Exception {
        answersStay(engine, Duration.ofSeconds(60));
    }

    /** In a JVM of its own, whose heap is all there from the start and whose compiler is the small one, so that the engine's memory shows. */
    private static void memoryStays(String engine, int classifications, int detections, double most) throws Exception {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/status")), "skipped: this system has no /proc/self/status");
        JavaProgram.Result result = JavaProgram.of(
                        MemoryProgram.class,
                        engine,
                        SAMPLE.toString(),
                        String.valueOf(classifications),
                        String.valueOf(detections))
                .jvm(List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1"))
                .run(Duration.ofHours(1));
        assertThat(result.exit()).as(result.err()).isZero();
        String[] kilobytes = result.out().strip().split(" ");
        long early = Long.parseLong(kilobytes[0]);
        long late = Long.parseLong(kilobytes[1]);
        System.out.printf(
                "%s: %d classifications and %d detections, resident memory %d MB after a tenth, %d MB at the end%n",
                engine, classifications, detections, early / 1024, late / 1024);
        assertThat(late).isLessThan(Math.round(early * most));
    }

    private static void answersStay(String engine, Duration time) throws Exception {
        RgbImage picture = RgbImage.decode(SAMPLE);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.builder().engine(engine).build()) {
            List<RgbImage> cuts = new ArrayList<>();
            List<List<FaceEmotion>> alone = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                cuts.add(cut(picture, 5 * i, 3 * i));
                alone.add(analyzer.analyze(cuts.get(i)).faces());
            }
            long end = System.nanoTime() + time.toNanos();
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int thread = i;
                running.add(threads.submit(() -> {
                    int pictures = 0;
                    do {
                        same(
                                alone.get(thread),
                                analyzer.analyze(cuts.get(thread)).faces());
                        pictures++;
                    } while (System.nanoTime() < end);
                    return pictures;
                }));
            }
            int pictures = 0;
            for (Future<Integer> one : running) {
                pictures += one.get();
            }
            System.out.printf("%s: %d pictures on eight threads in %d s%n", engine, pictures, time.toSeconds());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Another picture for each thread, or mixed up answers would look right. */
    private static RgbImage cut(RgbImage picture, int x, int y) {
        return RgbImage.from(picture.toBufferedImage().getSubimage(x, y, picture.width() - x, picture.height() - y));
    }

    private static void same(List<FaceEmotion> expected, List<FaceEmotion> found) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            FaceEmotion one = expected.get(i);
            assertThat(found.get(i).box().iou(one.box())).isGreaterThan(0.999f);
            found.get(i)
                    .scores()
                    .forEach((label, score) ->
                            assertThat(score).isCloseTo(one.scores().get(label), within(1e-4f)));
        }
    }
}
