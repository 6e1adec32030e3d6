package io.emotion4j.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that analyze, and the queues before them: first come, first served, so that under load everybody waits about
 * equally long. There is no batching across requests: the networks gain little from batches on a processor, where
 * each thread works on a picture of its own anyway.
 *
 * <p>There are two lanes, each with as many threads. All work begins in the quick one. What turns out there to take long, such as a large
 * picture by its header, begins anew in the slow one, so that small pictures do not wait behind large ones, but share the processors with them.
 */
final class Workers implements AutoCloseable {

    private static final ThreadLocal<Boolean> QUICK = ThreadLocal.withInitial(() -> false);

    private final ThreadPoolExecutor quick;
    private final ThreadPoolExecutor slow;
    private final int most;
    private final AtomicInteger held = new AtomicInteger();

    Workers(int concurrency, int queueLimit) {
        this.quick = threads(concurrency, "analysis-");
        this.slow = threads(concurrency, "slow-analysis-");
        this.most = concurrency + queueLimit;
    }

    private static ThreadPoolExecutor threads(int count, String name) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Queues work, which may be done from its beginning twice, once in each lane.
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
        quick.execute(() -> run(work, result, true));
        return result;
    }

    /** Whether this thread is of the quick lane. */
    static boolean inQuickLane() {
        return QUICK.get();
    }

    /** Says that what follows takes long: in the quick lane the work ends here and begins anew in the slow one. */
    static void leaveQuickLane() {
        if (inQuickLane()) {
            throw new TakesLong();
        }
    }

    boolean full() {
        return held.get() >= most;
    }

    int queueLength() {
        return quick.getQueue().size() + slow.getQueue().size();
    }

    int running() {
        return quick.getActiveCount() + slow.getActiveCount();
    }

    @Override
    public void close() {
        quick.shutdown();
        slow.shutdown();
    }

    private <T> void run(Supplier<T> work, CompletableFuture<T> result, boolean inQuick) {
        T done = null;
        Throwable failure = null;
        Turn turn = new Turn(Thread.currentThread());
        QUICK.set(inQuick);
        var unused = result.whenComplete((answer, thrown) -> turn.interrupt());
        try {
            if (!result.isDone()) {
                done = work.get();
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            turn.end();
        }
        if (failure instanceof TakesLong) {
            failure = begunAnew(work, result);
            if (failure == null) {
                return;
            }
        }
        // Before the answer goes out: who has it may ask again at once.
        held.decrementAndGet();
        if (failure != null) {
            result.completeExceptionally(failure);
        } else if (done != null) {
            result.complete(done);
        }
    }

    private <T> @Nullable Throwable begunAnew(Supplier<T> work, CompletableFuture<T> result) {
        try {
            slow.execute(() -> run(work, result, false));
            return null;
        } catch (RejectedExecutionException e) {
            return new Refusal(Answer.later(503, "The server stops", 5));
        }
    }

    /** Ends work in the quick lane. */
    private static final class TakesLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TakesLong() {
            super("It takes long", null, false, false);
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
