package io.emotion4j;

import static io.emotion4j.SlowAnalyzer.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.emotion4j.AnalysisAbortedException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnalysesInFlightTest {

    private final SlowAnalyzer slow = new SlowAnalyzer();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void twentyRoundsOfSixteenThreadsEndWithAFullResultOrTheAnalyzersOwnClosed() throws Exception {
        for (int round = 0; round < 20; round++) {
            SlowAnalyzer quick = new SlowAnalyzer();
            quick.mayGoOn.release(1 << 20);
            EmotionAnalyzer analyzer = quick.owning(3);
            List<Future<String>> ends = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                ends.add(threads.submit(() -> untilClosed(analyzer)));
            }
            while (quick.classified.get() < 200) {
                Thread.onSpinWait();
            }
            analyzer.close();
            assertThat(quick.inside).hasValue(0);
            assertThat(quick.closed).hasValue(2);
            for (Future<String> end : ends) {
                assertThat(end.get()).isEqualTo("This EmotionAnalyzer is closed; keep it open while it is used");
            }
            assertThat(quick.mostInside).hasValueLessThanOrEqualTo(3);
        }
    }

    private static String untilClosed(EmotionAnalyzer analyzer) {
        while (true) {
            try {
                if (analyzer.analyze(PICTURE).faces().size() != 1) {
                    return "an analysis without its face";
                }
            } catch (RuntimeException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    @Test
    void closeWaitsForACallThatRunsAndRefusesOneThatWaits() throws Exception {
        EmotionAnalyzer analyzer = slow.owning(1);
        Future<Analysis> running = threads.submit(() -> analyzer.analyze(PICTURE));
        slow.begun.await();
        Future<Analysis> waiting = threads.submit(() -> analyzer.analyze(PICTURE));
        Future<?> closing = threads.submit(analyzer::close);
        assertThat(waiting)
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(IllegalStateException.class)
                .withMessageContaining("EmotionAnalyzer is closed");
        assertThat(closing).isNotDone();
        assertThat(slow.closed).hasValue(0);
        assertThat(analyzer.isOpen()).isFalse();
        slow.mayGoOn.release();
        assertThat(running.get().faces()).hasSize(1);
        closing.get();
        assertThat(slow.closed).hasValue(2);
    }

    @Test
    void anInterruptedCloseLeavesReleasingToTheLastCall() throws Exception {
        EmotionAnalyzer analyzer = slow.owning(1);
        Future<Analysis> running = threads.submit(() -> analyzer.analyze(PICTURE));
        slow.begun.await();
        Thread.currentThread().interrupt();
        analyzer.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(slow.closed).hasValue(0);
        slow.mayGoOn.release();
        assertThat(running.get().faces()).hasSize(1);
        assertThat(slow.closed).hasValue(2);
    }

    @Test
    void aCallFromWithinACallNeedsNoPlaceAndMayClose() {
        EmotionAnalyzer[] self = new EmotionAnalyzer[1];
        FaceDetector nested = image -> {
            List<Face> faces = self[0].isOpen() ? List.of(Face.filling(image)) : List.of();
            assertThat(self[0].classify(image, faces)).hasSize(1);
            self[0].close();
            return faces;
        };
        self[0] = EmotionAnalyzer.builder()
                .detector(nested)
                .classifier(slow.classifier)
                .maxConcurrency(1)
                .build();
        assertThat(self[0].analyze(PICTURE).faces()).hasSize(1);
        assertThatIllegalStateException().isThrownBy(() -> self[0].analyze(PICTURE));
    }

    @Test
    void anInterruptEndsACallThatWaits() throws Exception {
        EmotionAnalyzer analyzer = slow.builder().maxConcurrency(1).build();
        Future<Analysis> running = threads.submit(() -> analyzer.analyze(PICTURE));
        slow.begun.await();
        Thread.currentThread().interrupt();
        assertAborted(Reason.INTERRUPTED, () -> analyzer.analyze(PICTURE));
        assertThat(Thread.interrupted()).isTrue();
        slow.mayGoOn.release();
        assertThat(running.get().faces()).hasSize(1);
    }

    @Test
    void anInterruptEndsACallBeforeItsNextStage() throws Exception {
        EmotionAnalyzer analyzer = slow.builder().build();
        Thread caller = Thread.currentThread();
        threads.submit(() -> {
            slow.begun.await();
            caller.interrupt();
            return null;
        });
        assertAborted(Reason.INTERRUPTED, () -> analyzer.analyze(PICTURE));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(slow.classified).hasValue(0);
    }

    @Test
    void aDeadlineEndsACallThatWaits() throws Exception {
        EmotionAnalyzer analyzer = slow.builder().maxConcurrency(1).build();
        Future<Analysis> running = threads.submit(() -> analyzer.analyze(PICTURE));
        slow.begun.await();
        assertAborted(
                Reason.DEADLINE,
                () -> analyzer.withDeadline(Duration.ofMillis(20)).analyze(PICTURE));
        slow.mayGoOn.release();
        assertThat(running.get().faces()).hasSize(1);
    }

    @Test
    void theBuildersDeadlineEndsACallBeforeItsNextStage() {
        FaceDetector late = image -> {
            long until = System.nanoTime() + Duration.ofMillis(30).toNanos();
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return List.of(Face.filling(image));
        };
        EmotionAnalyzer analyzer = EmotionAnalyzer.builder()
                .detector(late)
                .classifier(slow.classifier)
                .deadline(Duration.ofMillis(10))
                .build();
        assertThatExceptionOfType(AnalysisAbortedException.class)
                .isThrownBy(() -> analyzer.analyze(PICTURE))
                .withMessageContaining("before classification")
                .withMessageContaining("PT0.01S");
        assertThat(slow.classified).hasValue(0);
        assertThat(analyzer.withDeadline(Duration.ofDays(1_000_000))
                        .analyze(PICTURE)
                        .faces())
                .hasSize(1);
    }

    @Test
    void aDeadlineThatIsNotAboveZeroIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> slow.builder().deadline(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> slow.builder().maxConcurrency(0));
        assertThatIllegalArgumentException().isThrownBy(() -> slow.builder().maxPending(0));
    }

    @Test
    void closingAViewClosesTheAnalyzer() {
        EmotionAnalyzer analyzer = slow.owning(1);
        analyzer.withDeadline(Duration.ofSeconds(1)).close();
        assertThat(analyzer.isOpen()).isFalse();
        assertThat(slow.closed).hasValue(2);
    }

    @Test
    void anAsynchronousAnalysisTooManyFailsAtOnceAndOneThatIsDoneMakesRoom() {
        EmotionAnalyzer analyzer = slow.builder().maxPending(2).build();
        CompletableFuture<Analysis> first = analyzer.analyzeAsync(PICTURE, threads);
        CompletableFuture<Analysis> second = analyzer.analyzeAsync(PICTURE, threads);
        CompletableFuture<Analysis> third = analyzer.analyzeAsync(PICTURE, threads);
        assertThat(third).isCompletedExceptionally();
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(third::join)
                .havingCause()
                .isInstanceOfSatisfying(
                        AnalysisAbortedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.TOO_MANY_PENDING));
        slow.mayGoOn.release(3);
        assertThat(first.join().faces()).hasSize(1);
        assertThat(second.join().faces()).hasSize(1);
        assertThat(analyzer.analyzeAsync(PICTURE, threads).join().faces()).hasSize(1);
    }

    @Test
    void aCancelledAnalysisIsNotClassified() throws Exception {
        EmotionAnalyzer analyzer = slow.builder().maxConcurrency(1).build();
        CompletableFuture<Analysis> cancelled = analyzer.analyzeAsync(PICTURE, threads);
        slow.begun.await();
        cancelled.cancel(false);
        slow.mayGoOn.release(2);
        assertThat(analyzer.analyze(PICTURE).faces()).hasSize(1);
        assertThat(slow.classified).hasValue(1);
    }

    private static void assertAborted(Reason reason, Runnable call) {
        assertThatExceptionOfType(AnalysisAbortedException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
