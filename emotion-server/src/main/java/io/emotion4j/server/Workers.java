package io.emotion4j.server;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that analyze, and the queue before them: first come, first served, so that under load everybody waits about
 * equally long. There is no batching across requests: the networks gain little from batches on a processor, where
 * each thread works on a picture of its own anyway.
 *
 * <p>Pictures that take long to decode, or wait for memory, would hold all threads while small ones wait behind them. So a thread that does
 * so for more than {@value #SLOW_MILLIS} ms is not counted: another takes its place, up to a bound.
 */
final class Workers implements AutoCloseable {

    private static final int SLOW_MILLIS = 200;
    private static final int LOOK_MILLIS = 50;

    private static final ThreadLocal<Turn> CURRENT = new ThreadLocal<>();

    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService clock;
    private final Set<Turn> turns = ConcurrentHashMap.newKeySet();
    private final int concurrency;
    private final int most;
    private final AtomicInteger held = new AtomicInteger();

    Workers(int concurrency, int queueLimit) {
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                concurrency, concurrency, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "analysis-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        this.concurrency = concurrency;
        this.most = concurrency + queueLimit;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "analysis-clock");
            thread.setDaemon(true);
            return thread;
        });
        var unused = clock.scheduleWithFixedDelay(this::relieve, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Queues work.
     *
     * @return what comes of it; where it is completed before its turn comes, the work is passed over, and where that happens during
     *     its turn, the work is interrupted
     * @throws Refusal if the queue is full
     */
    <T> CompletableFuture<T> submit(Supplier<T> work) {
        if (held.incrementAndGet() > most) {
            held.decrementAndGet();
            throw new Refusal(Answer.later(503, "Too many requests wait for an analysis; try again later", 1));
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        threads.execute(() -> run(work, result));
        return result;
    }

    /** Does what may take long without being counted, once it does; for the thread of a submitted work. */
    static <T> T aside(Supplier<T> work) {
        Turn turn = CURRENT.get();
        if (turn == null) {
            return work.get();
        }
        turn.aside(true);
        try {
            return work.get();
        } finally {
            turn.aside(false);
        }
    }

    boolean full() {
        return held.get() >= most;
    }

    int queueLength() {
        return threads.getQueue().size();
    }

    int running() {
        return threads.getActiveCount();
    }

    @Override
    public void close() {
        clock.shutdown();
        threads.shutdown();
    }

    /** As many threads more as there are slow ones, as long as somebody waits. */
    private void relieve() {
        long now = System.nanoTime();
        long slow = threads.getQueue().isEmpty()
                ? 0
                : turns.stream().filter(turn -> turn.isSlow(now)).count();
        int wanted = (int) Math.min(concurrency + slow, 4L * concurrency + 4);
        if (wanted > threads.getMaximumPoolSize()) {
            threads.setMaximumPoolSize(wanted);
            threads.setCorePoolSize(wanted);
        } else if (wanted < threads.getCorePoolSize() && threads.getQueue().isEmpty()) {
            threads.setCorePoolSize(wanted);
            threads.setMaximumPoolSize(wanted);
        }
    }

    private <T> void run(Supplier<T> work, CompletableFuture<T> result) {
        T done = null;
        Throwable failure = null;
        Turn turn = new Turn(Thread.currentThread());
        turns.add(turn);
        CURRENT.set(turn);
        var unused = result.whenComplete((answer, thrown) -> turn.interrupt());
        try {
            if (!result.isDone()) {
                done = work.get();
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            CURRENT.remove();
            turns.remove(turn);
            turn.end();
            // Before the answer goes out: who has it may ask again at once.
            held.decrementAndGet();
        }
        if (failure != null) {
            result.completeExceptionally(failure);
        } else if (done != null) {
            result.complete(done);
        }
    }

    /** The time in which a thread works for one request; only then it may be interrupted on that request's behalf. */
    private static final class Turn {

        private @Nullable Thread thread;
        private volatile long asideSince;

        Turn(Thread thread) {
            this.thread = thread;
        }

        void aside(boolean on) {
            asideSince = on ? Math.max(1, System.nanoTime()) : 0;
        }

        boolean isSlow(long now) {
            long since = asideSince;
            return since != 0 && now - since > TimeUnit.MILLISECONDS.toNanos(SLOW_MILLIS);
        }

        synchronized void interrupt() {
            if (thread != null) {
                thread.interrupt();
            }
        }

        /** Ends it; an interrupt that came meanwhile is not for the next. */
        synchronized void end() {
            thread = null;
            Thread.interrupted();
        }
    }
}
