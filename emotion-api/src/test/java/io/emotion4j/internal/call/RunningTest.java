package io.emotion4j.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.AnalysisAbortedException;
import io.emotion4j.AnalysisAbortedException.Reason;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunningTest {

    private final InFlight place = new InFlight("Test", 1, () -> {});
    private final CountDownLatch begun = new CountDownLatch(1);

    @Test
    void outsideAnAnalysisNothingEndsEarly() {
        assertThat(Call.begin(() -> {})).isNull();
        assertThat(Call.isCurrent()).isFalse();
    }

    @Test
    void theDeadlineStopsWhatRuns() {
        Call call = new Call(Duration.ofMillis(20), () -> false);
        assertAborted(Reason.DEADLINE, () -> place.run(call, this::runUntilStopped));
    }

    @Test
    void anInterruptStopsWhatRuns() throws Exception {
        Thread caller = Thread.currentThread();
        Thread other = new Thread(() -> {
            awaitBegin();
            caller.interrupt();
        });
        other.start();
        assertAborted(Reason.INTERRUPTED, () -> place.run(new Call(null, () -> false), this::runUntilStopped));
        assertThat(Thread.interrupted()).as("still marked").isTrue();
        other.join();
    }

    @Test
    void cancellingStopsWhatRuns() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        Call call = new Call(null, cancelled::get);
        Thread other = new Thread(() -> {
            awaitBegin();
            cancelled.set(true);
            call.stop();
        });
        other.start();
        assertAborted(Reason.CANCELLED, () -> place.run(call, this::runUntilStopped));
        other.join();
    }

    /** An interrupt and a cancellation meet a run at any moment of it: it is stopped once at most, and never when it has ended. */
    @Test
    void nothingIsStoppedTwiceOrAfterItsEnd() throws Exception {
        int rounds = 20_000;
        AtomicInteger stops = new AtomicInteger();
        AtomicInteger twice = new AtomicInteger();
        AtomicInteger late = new AtomicInteger();
        Phaser start = new Phaser(3);
        Call call = new Call(null, () -> false);
        Thread caller = Thread.currentThread();
        Thread interrupter = new Thread(() -> repeat(rounds, start, caller::interrupt));
        Thread canceller = new Thread(() -> repeat(rounds, start, call::stop));
        interrupter.start();
        canceller.start();
        place.run(call, () -> {
            for (int i = 0; i < rounds; i++) {
                AtomicBoolean over = new AtomicBoolean();
                int before = stops.get();
                start.arriveAndAwaitAdvance();
                Running running = Objects.requireNonNull(Call.begin(() -> {
                    stops.incrementAndGet();
                    if (over.get()) {
                        late.incrementAndGet();
                    }
                }));
                running.end();
                over.set(true);
                start.arriveAndAwaitAdvance();
                if (stops.get() - before > 1) {
                    twice.incrementAndGet();
                }
                Thread.interrupted();
            }
            return null;
        });
        interrupter.join();
        canceller.join();
        assertThat(late).hasValue(0);
        assertThat(twice).hasValue(0);
        assertThat(stops).as("so many met a run, or this test says nothing").hasPositiveValue();
    }

    private static void repeat(int rounds, Phaser start, Runnable task) {
        for (int i = 0; i < rounds; i++) {
            start.arriveAndAwaitAdvance();
            task.run();
            start.arriveAndAwaitAdvance();
        }
    }

    @Test
    void theThreadOfDeadlinesEndsWhenThereAreNone() throws Exception {
        Call call = new Call(Duration.ofHours(1), () -> false);
        place.run(call, () -> {
            Running running = Objects.requireNonNull(Call.begin(() -> {}));
            assertThat(deadlines()).isNotNull();
            running.end();
            return null;
        });
        for (Thread thread = deadlines(); thread != null; thread = deadlines()) {
            thread.join();
        }
    }

    private static @Nullable Thread deadlines() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("emotion4j-deadlines"))
                .findAny()
                .orElse(null);
    }

    private Void runUntilStopped() {
        AtomicBoolean stopped = new AtomicBoolean();
        Running running = Objects.requireNonNull(Call.begin(() -> stopped.set(true)));
        begun.countDown();
        while (!stopped.get()) {
            Thread.onSpinWait();
        }
        running.end();
        Call.check("while it ran");
        throw new AssertionError("It was stopped and goes on");
    }

    private void awaitBegin() {
        try {
            begun.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertAborted(Reason reason, Runnable call) {
        assertThatExceptionOfType(AnalysisAbortedException.class)
                .isThrownBy(call::run)
                .withMessageContaining("while it ran")
                .returns(reason, AnalysisAbortedException::reason);
    }
}
