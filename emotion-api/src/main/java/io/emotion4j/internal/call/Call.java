package io.emotion4j.internal.call;

import io.emotion4j.AnalysisAbortedException;
import io.emotion4j.AnalysisAbortedException.Reason;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One analysis on its thread, which may be given up early: at its deadline, when its thread is interrupted, or when nobody wants its
 * result any more. Whatever works in several steps calls {@link #check} between two of them; outside an analysis that does nothing.
 */
public final class Call {

    private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();
    /** Longer than anybody waits, and its nanoseconds fit into a long. */
    private static final Duration A_CENTURY = Duration.ofDays(36_500);

    private final @Nullable Duration limit;
    private final long start = System.nanoTime();
    private final BooleanSupplier cancelled;
    private @Nullable InFlight place;
    private volatile @Nullable Running running;

    /**
     * Begins to count the time.
     *
     * @param limit how long it may take from now on; null where it may take for ever
     * @param cancelled whether the result is wanted no more
     */
    public Call(@Nullable Duration limit, BooleanSupplier cancelled) {
        this.limit = limit == null || limit.compareTo(A_CENTURY) > 0 ? null : limit;
        this.cancelled = cancelled;
    }

    /**
     * Ends this thread's analysis if it is to end.
     *
     * @param where for the message, such as {@code "before detection"}
     * @throws AnalysisAbortedException if it is to end
     */
    public static void check(String where) {
        Call call = CURRENT.get();
        if (call != null) {
            call.checkThis(where);
        }
    }

    /**
     * How long this thread may wait for something.
     *
     * @param millis longest it would wait outside an analysis
     * @return these, or what is left of the analysis' time where that is less; 0 or more
     */
    public static long millisToWait(long millis) {
        Call call = CURRENT.get();
        return call == null
                ? millis
                : Math.min(millis, Math.max(0, TimeUnit.NANOSECONDS.toMillis(call.nanosLeft()) + 1));
    }

    /**
     * Says how to stop what this thread is about to begin, in case its analysis is to end meanwhile.
     *
     * @param stop stops it: done by another thread, at most once, and not after {@link Running#end}
     * @return what is to be ended when it is done; null outside an analysis, where nothing ends early
     */
    public static @Nullable Running begin(Runnable stop) {
        Call call = CURRENT.get();
        if (call == null) {
            return null;
        }
        Running running = new Running(call, stop);
        running.start();
        return running;
    }

    /** {@return whether this thread is within an analysis} */
    public static boolean isCurrent() {
        return CURRENT.get() != null;
    }

    /** What its thread is in the midst of; null: nothing that can be stopped. */
    void runs(@Nullable Running what) {
        running = what;
        if (what != null && cancelled.getAsBoolean()) {
            what.stop();
        }
    }

    /** Stops what the analysis' thread is in the midst of, since the result is wanted no more: {@code cancelled} says so by now. */
    public void stop() {
        Running now = running;
        if (now != null) {
            now.stop();
        }
    }

    private void checkThis(String where) {
        if (Thread.currentThread().isInterrupted()) {
            throw aborted(Reason.INTERRUPTED, where, "its thread was interrupted");
        }
        if (cancelled.getAsBoolean()) {
            throw aborted(Reason.CANCELLED, where, "its future was cancelled");
        }
        if (nanosLeft() <= 0) {
            throw late(where);
        }
    }

    /** Takes a place, or gives up. */
    void await(Semaphore places) {
        String where = "while it waited for others to end";
        checkThis(where);
        try {
            if (limit == null) {
                places.acquire();
            } else if (!places.tryAcquire(nanosLeft(), TimeUnit.NANOSECONDS)) {
                throw late(where);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw aborted(Reason.INTERRUPTED, where, "its thread was interrupted");
        }
    }

    static boolean isWithin(InFlight place) {
        Call call = CURRENT.get();
        return call != null && call.place == place;
    }

    /** Works as this thread's analysis. */
    <T, X extends Exception> T run(InFlight in, Work<T, X> work) throws X {
        Call outer = CURRENT.get();
        place = in;
        CURRENT.set(this);
        try {
            checkThis("before it began");
            return work.run();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    long nanosLeft() {
        return limit == null ? Long.MAX_VALUE : limit.toNanos() - (System.nanoTime() - start);
    }

    private AnalysisAbortedException late(String where) {
        return aborted(Reason.DEADLINE, where, "its deadline of " + limit + " has passed");
    }

    private static AnalysisAbortedException aborted(Reason reason, String where, String why) {
        return new AnalysisAbortedException(reason, "An analysis was given up " + where + ": " + why);
    }

    /** What an analysis does. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {

        /**
         * Does it.
         *
         * @return what comes of it
         * @throws X if it fails
         */
        T run() throws X;
    }
}
