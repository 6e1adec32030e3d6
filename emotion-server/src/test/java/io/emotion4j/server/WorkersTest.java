package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

    @Test
    void whoTakesLongToDecodeDoesNotKeepOthersFromTheirTurn() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Workers workers = new Workers(2, 100)) {
            List<CompletableFuture<String>> slow = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                slow.add(workers.submit(() -> Workers.aside(() -> wait(end))));
            }
            assertThat(workers.submit(() -> "quick").get(30, TimeUnit.SECONDS)).isEqualTo("quick");
            assertThat(slow).noneMatch(CompletableFuture::isDone);
            end.countDown();
            for (CompletableFuture<String> one : slow) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo("slow");
            }
        }
    }

    @Test
    void whoIsNotAsideKeepsItsPlace() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        try (Workers workers = new Workers(1, 100)) {
            CompletableFuture<String> long1 = workers.submit(() -> {
                begun.countDown();
                return wait(end);
            });
            begun.await();
            CompletableFuture<String> next = workers.submit(() -> "next");
            CompletableFuture<String> aside = workers.submit(() -> Workers.aside(() -> "aside"));
            assertThat(workers.running()).isEqualTo(1);
            assertThat(workers.queueLength()).isEqualTo(2);
            end.countDown();
            assertThat(long1.get()).isEqualTo("slow");
            assertThat(next.get()).isEqualTo("next");
            assertThat(aside.get()).isEqualTo("aside");
        }
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
