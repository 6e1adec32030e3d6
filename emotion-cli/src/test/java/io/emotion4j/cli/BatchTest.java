package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchTest {

    private static final List<Integer> THINGS = IntStream.range(0, 500).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheThings() throws Exception {
        List<Integer> results = new ArrayList<>();
        Batch.run(THINGS, 4, thing -> thing * 2, results::add);
        assertThat(results).isEqualTo(THINGS.stream().map(thing -> thing * 2).toList());
    }

    @Test
    void laterResultsWaitForAnEarlierOneThatIsSlow() throws Exception {
        CountDownLatch othersDone = new CountDownLatch(10);
        List<Integer> results = new ArrayList<>();
        Batch.run(
                THINGS.subList(0, 11),
                2,
                thing -> {
                    if (thing == 0) {
                        await(othersDone);
                    } else {
                        othersDone.countDown();
                    }
                    return thing;
                },
                results::add);
        assertThat(results).isEqualTo(THINGS.subList(0, 11));
    }

    @Test
    void asManyRunAtOnceAsThereAreThreads() throws Exception {
        CyclicBarrier allThree = new CyclicBarrier(3);
        AtomicInteger met = new AtomicInteger();
        Batch.run(
                THINGS.subList(0, 3),
                3,
                thing -> {
                    try {
                        allThree.await(30, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return met.incrementAndGet();
                },
                result -> {});
        assertThat(met).hasValue(3);
    }

    @Test
    void whatWorkThrowsIsThrown() {
        assertThatThrownBy(() -> Batch.run(
                        THINGS,
                        2,
                        thing -> {
                            if (thing == 100) {
                                throw new IllegalStateException("at 100");
                            }
                            return thing;
                        },
                        result -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("at 100");
    }

    @Test
    void sinkThatThrowsEndsTheRun() {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> Batch.run(THINGS, 2, thing -> begun.incrementAndGet(), result -> {
                    throw new OutputClosedException();
                }))
                .isInstanceOf(OutputClosedException.class);
        assertThat(begun.get()).isLessThan(THINGS.size());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
