package io.emotion4j.internal.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OrderedWorkTest {

    private static final List<Integer> THINGS = IntStream.range(0, 500).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheThings() throws Exception {
        List<Integer> results = new ArrayList<>();
        run(THINGS, 4, thing -> thing * 2, results::add);
        assertThat(results).isEqualTo(THINGS.stream().map(thing -> thing * 2).toList());
    }

    @Test
    void laterResultsWaitForAnEarlierOneThatIsSlow() throws Exception {
        CountDownLatch othersDone = new CountDownLatch(10);
        List<Integer> results = new ArrayList<>();
        run(
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
        run(
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
        assertThatThrownBy(() -> run(
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
        assertThatThrownBy(() -> run(THINGS, 2, thing -> begun.incrementAndGet(), result -> {
                    throw new IOException("closed");
                }))
                .isInstanceOf(IOException.class);
        assertThat(begun.get()).isLessThan(THINGS.size());
    }

    @Test
    void noMoreIsBegunAheadThanSaid() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Iterator<Integer> things = THINGS.iterator();
        OrderedWork.Source<Integer> counted = () -> {
            asked.incrementAndGet();
            return things.next();
        };
        try (OrderedWork<Integer, Integer> work = new OrderedWork<>(counted, 2, 5, thing -> thing)) {
            assertThat(work.next()).isZero();
            assertThat(asked).hasValue(5);
        }
    }

    @Test
    void nothingIsLeftAfterTheLast() throws Exception {
        try (OrderedWork<Integer, Integer> work = new OrderedWork<>(THINGS.subList(0, 1), 2, thing -> thing)) {
            assertThat(work.hasNext()).isTrue();
            assertThat(work.next()).isZero();
            assertThat(work.hasNext()).isFalse();
            assertThatThrownBy(work::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    private interface Sink<R> {
        void accept(R result) throws Exception;
    }

    private static <R> void run(List<Integer> things, int threads, OrderedWork.Step<Integer, R> step, Sink<R> sink)
            throws Exception {
        try (OrderedWork<Integer, R> work = new OrderedWork<>(things, threads, step)) {
            while (work.hasNext()) {
                sink.accept(work.next());
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
