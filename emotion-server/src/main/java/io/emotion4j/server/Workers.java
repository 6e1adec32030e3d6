package io.emotion4j.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that analyze, and the queue before them: first come, first served, so that under load everybody waits about
 * equally long. There is no batching across requests: the networks gain little from batches on a processor, where
 * each thread works on a picture of its own anyway.
 */
final class Workers implements AutoCloseable {

    private final ThreadPoolExecutor threads;
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
        this.most = concurrency + queueLimit;
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
        threads.shutdown();
    }

    private <T> void run(Supplier<T> work, CompletableFuture<T> result) {
        T done = null;
        Throwable failure = null;
        Turn turn = new Turn(Thread.currentThread());
        var unused = result.whenComplete((answer, thrown) -> turn.interrupt());
        try {
            if (!result.isDone()) {
                done = work.get();
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
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

        Turn(Thread thread) {
            this.thread = thread;
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
