package io.emotion4j.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on several things at once and hands on what comes of them in the order of the things. */
final class Batch {

    /** How far the quickest thread may be ahead of what was handed on. */
    private static final int AHEAD = 64;

    private Batch() {}

    /** Takes what comes of the things. */
    interface Sink<R> {
        void accept(R result) throws Exception;
    }

    /**
     * Runs to the end, or until work or sink throws.
     *
     * @param things what to work on
     * @param threads how many at once
     * @param work called on the threads
     * @param sink called on this thread
     * @throws Exception what work or sink throws
     */
    static <T, R> void run(List<T> things, int threads, Function<T, R> work, Sink<R> sink) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<R>> ahead = new ArrayDeque<>();
            for (T thing : things) {
                if (ahead.size() == threads + AHEAD) {
                    sink.accept(result(ahead.remove()));
                }
                ahead.add(workers.submit(() -> work.apply(thing)));
                while (!ahead.isEmpty() && ahead.peek().isDone()) {
                    sink.accept(result(ahead.remove()));
                }
            }
            while (!ahead.isEmpty()) {
                sink.accept(result(ahead.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }
}
