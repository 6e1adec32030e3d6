package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

    @Test
    void whatTakesLongDoesNotKeepOthersFromTheirTurn() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        try (Workers workers = new Workers(2, 100)) {
            List<CompletableFuture<String>> slow = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                slow.add(workers.submit(() -> {
                    begun.incrementAndGet();
                    Workers.leaveQuickLane();
                    return wait(end);
                }));
            }
            assertThat(workers.submit(() -> "quick").get(30, TimeUnit.SECONDS)).isEqualTo("quick");
            assertThat(slow).noneMatch(CompletableFuture::isDone);
            end.countDown();
            for (CompletableFuture<String> one : slow) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo("slow");
            }
            assertThat(begun).as("each twice, once in each lane").hasValue(40);
        }
    }

    @Test
    void whatDoesNotSayThatItTakesLongKeepsItsPlace() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        try (Workers workers = new Workers(1, 100)) {
            CompletableFuture<String> first = workers.submit(() -> {
                begun.countDown();
                return wait(end);
            });
            begun.await();
            CompletableFuture<String> next = workers.submit(() -> "next");
            assertThat(workers.running()).isEqualTo(1);
            assertThat(workers.queueLength()).isEqualTo(1);
            end.countDown();
            assertThat(first.get()).isEqualTo("slow");
            assertThat(next.get()).isEqualTo("next");
        }
    }

    @Test
    void whatWentToTheSlowLaneIsCountedUntilItIsDone() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Workers workers = new Workers(1, 1)) {
            List<CompletableFuture<String>> slow = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                slow.add(workers.submit(() -> {
                    Workers.leaveQuickLane();
                    return wait(end);
                }));
            }
            assertThat(workers.full()).isTrue();
            assertThatThrownBy(() -> workers.submit(() -> "more")).isInstanceOf(Refusal.class);
            end.countDown();
            for (CompletableFuture<String> one : slow) {
                one.get();
            }
            assertThat(workers.submit(() -> "more").get()).isEqualTo("more");
        }
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsInterruptedInTheSlowLaneToo() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        try (Workers workers = new Workers(1, 1)) {
            CompletableFuture<String> result = workers.submit(() -> {
                Workers.leaveQuickLane();
                begun.countDown();
                try {
                    return wait(new CountDownLatch(1));
                } catch (IllegalStateException e) {
                    interrupted.countDown();
                    throw e;
                }
            });
            begun.await();
            result.cancel(false);
            interrupted.await();
        }
    }

    @Test
    void outsideOfTheLanesNothingIsLeft() {
        Workers.leaveQuickLane();
        assertThat(Workers.inQuickLane()).isFalse();
    }

    private static String wait(CountDownLatch end) {
        try {
            end.await();
            return "slow";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
