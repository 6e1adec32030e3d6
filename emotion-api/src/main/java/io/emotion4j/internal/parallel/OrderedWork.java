package io.emotion4j.internal.parallel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The same work on many things, several at a time; results come in the order of the things, whichever is done first. Only so many
 * are begun ahead of the one that is taken. Used by one thread.
 *
 * @param <T> the things
 * @param <R> the results
 */
public final class OrderedWork<T, R> implements AutoCloseable {

    /** How far the quickest thread may be ahead where nothing else says so. */
    private static final int AHEAD = 64;

    /**
     * Work on one thing.
     *
     * @param <T> the thing
     * @param <R> the result
     */
    @FunctionalInterface
    public interface Step<T, R> {
        /**
         * Does it.
         *
         * @param thing to work on
         * @return the result
         * @throws IOException if it cannot be read
         */
        R apply(T thing) throws IOException;
    }

    /**
     * Gives the things, one after the other.
     *
     * @param <T> the things
     */
    @FunctionalInterface
    public interface Source<T> {
        /**
         * Gives the next one.
         *
         * @return a thing, or null where there is none left
         * @throws IOException if it cannot be read
         */
        @Nullable
        T next() throws IOException;
    }

    private final Source<? extends T> things;
    private final int ahead;
    private final Step<? super T, ? extends R> step;
    private final ExecutorService workers;
    private final Deque<Future<R>> begun = new ArrayDeque<>();
    private boolean ended;

    /**
     * Begins nothing yet.
     *
     * @param things asked by the thread that takes the results
     * @param threads how many at a time, at least 1
     * @param ahead most that are begun and not taken yet, at least 1
     * @param step the work
     */
    public OrderedWork(Source<? extends T> things, int threads, int ahead, Step<? super T, ? extends R> step) {
        this.things = things;
        this.ahead = ahead;
        this.step = step;
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "ordered-work");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins nothing yet, and no more than a few things ahead.
     *
     * @param things to work on
     * @param threads how many at a time, at least 1
     * @param step the work
     */
    public OrderedWork(Iterable<? extends T> things, int threads, Step<? super T, ? extends R> step) {
        this(of(things.iterator()), threads, threads + AHEAD, step);
    }

    /**
     * The things of an iterator.
     *
     * @param things none of them null
     * @param <T> the things
     * @return a source of them
     */
    public static <T> Source<T> of(Iterator<? extends T> things) {
        return () -> things.hasNext() ? things.next() : null;
    }

    /**
     * Does a step for each thing.
     *
     * @param things to work on
     * @param threads how many at a time, at least 1
     * @param step the work
     * @param <T> of the things
     * @param <R> of the results
     * @return as many results, in the same order
     * @throws IOException the first failure; what has not begun by then does not begin
     */
    public static <T, R> List<R> map(List<T> things, int threads, Step<? super T, ? extends R> step)
            throws IOException {
        List<R> results = new ArrayList<>(things.size());
        try (OrderedWork<T, R> work = new OrderedWork<>(things, threads, step)) {
            while (work.hasNext()) {
                results.add(work.next());
            }
        }
        return results;
    }

    /**
     * Begins what may be begun.
     *
     * @return whether there is another result
     * @throws IOException if the next thing cannot be read
     */
    public boolean hasNext() throws IOException {
        while (!ended && begun.size() < ahead) {
            T thing = things.next();
            ended = thing == null;
            if (thing != null) {
                begun.add(workers.submit(() -> step.apply(thing)));
            }
        }
        return !begun.isEmpty();
    }

    /**
     * Takes the next result, when it is there.
     *
     * @return the result
     * @throws IOException what the work threw; or that this thread was interrupted
     * @throws NoSuchElementException if there is none left
     */
    public R next() throws IOException {
        if (!hasNext()) {
            throw new NoSuchElementException("No work is left");
        }
        try {
            return begun.remove().get();
        } catch (ExecutionException e) {
            throw rethrow(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("Interrupted").initCause(e);
        }
    }

    private static IOException rethrow(@Nullable Throwable cause) {
        if (cause instanceof IOException e) {
            return e;
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        return new IOException(cause);
    }

    /** Ends what was begun and not taken. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
