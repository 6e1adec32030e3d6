package io.emotion4j.evaluation.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The same work on many pictures, several at a time, results in order. */
public final class ParallelWork {

    /**
     * Work on one picture.
     *
     * @param <T> the picture
     * @param <R> the result
     */
    @FunctionalInterface
    public interface Step<T, R> {
        /**
         * Does it.
         *
         * @param item the picture
         * @return the result
         * @throws IOException if the picture cannot be read
         */
        R apply(T item) throws IOException;
    }

    private ParallelWork() {}

    /**
     * Does a step for each item.
     *
     * @param items the pictures
     * @param threads how many at a time, at least 1
     * @param step the work
     * @param <T> of the pictures
     * @param <R> of the results
     * @return as many results, in the same order
     * @throws IOException the first failure; what has not begun by then does not begin
     */
    public static <T, R> List<R> map(List<T> items, int threads, Step<? super T, ? extends R> step) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<R>> futures = new ArrayList<>(items.size());
            for (T item : items) {
                futures.add(pool.submit(() -> step.apply(item)));
            }
            List<R> results = new ArrayList<>(items.size());
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw rethrow(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } finally {
            pool.shutdownNow();
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
}
