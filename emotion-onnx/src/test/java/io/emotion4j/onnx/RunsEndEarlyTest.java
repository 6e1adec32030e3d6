package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.Analysis;
import io.emotion4j.AnalysisAbortedException;
import io.emotion4j.AnalysisAbortedException.Reason;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that runs for minutes is ended in the midst of it. Were it not, the message would name the next stage instead. */
class RunsEndEarlyTest {

    private static final RgbImage SLOW = even(255);
    private static final RgbImage QUICK = even(0);

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private EmotionAnalyzer analyzer;

    @BeforeEach
    void open() throws IOException {
        analyzer = EmotionAnalyzer.builder()
                .crops(true)
                .classifierModel(UserModels.tiny(folder, SlowOnnx.loop()))
                .build();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        analyzer.close();
    }

    @Test
    void aDeadlineEndsARun() {
        assertEnded(
                Reason.DEADLINE,
                () -> analyzer.withDeadline(Duration.ofMillis(50)).analyze(SLOW));
        assertThat(analyzer.analyze(QUICK).faces()).hasSize(1);
    }

    @Test
    void anInterruptEndsARun() throws Exception {
        for (int round = 0; round < 20; round++) {
            CountDownLatch begun = new CountDownLatch(1);
            Thread caller = Thread.currentThread();
            int delay = round;
            Thread other = new Thread(() -> {
                awaitBegin(begun);
                spin(Duration.ofMillis(delay));
                caller.interrupt();
            });
            other.start();
            begun.countDown();
            assertThatExceptionOfType(AnalysisAbortedException.class)
                    .isThrownBy(() -> analyzer.analyze(SLOW))
                    .returns(Reason.INTERRUPTED, AnalysisAbortedException::reason);
            assertThat(Thread.interrupted()).as("still marked").isTrue();
            other.join();
        }
        assertThat(analyzer.analyze(QUICK).faces()).hasSize(1);
    }

    @Test
    void cancellingEndsARunAndMakesRoomForOthers() {
        EmotionAnalyzer one = analyzer;
        CompletableFuture<Analysis> slow = one.analyzeAsync(SLOW, threads);
        slow.cancel(false);
        assertThat(one.analyze(QUICK).faces()).hasSize(1);
    }

    private static void assertEnded(Reason reason, Runnable call) {
        assertThatExceptionOfType(AnalysisAbortedException.class)
                .isThrownBy(call::run)
                .withMessageContaining("while a network ran")
                .returns(reason, AnalysisAbortedException::reason);
    }

    private static void awaitBegin(CountDownLatch begun) {
        try {
            begun.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void spin(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static RgbImage even(int level) {
        byte[] pixels = new byte[8 * 8 * 3];
        Arrays.fill(pixels, (byte) level);
        return RgbImage.of(8, 8, pixels);
    }
}
