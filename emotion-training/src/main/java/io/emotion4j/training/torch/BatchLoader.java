package io.emotion4j.training.torch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prepares batches ahead on its own threads and hands them out in order. Used by one thread. */
final class BatchLoader implements AutoCloseable {

    private static final int AHEAD = 6;

    private final BatchSource source;
    private final ExecutorService workers;

    BatchLoader(BatchSource source, int threads) {
        this.source = source;
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "batch-loader");
            thread.setDaemon(true);
            return thread;
        });
    }

    interface Step {
        void accept(int index, Batch batch);
    }

    void forEach(int epoch, Step step) {
        int count = source.batchesPerEpoch(epoch);
        Deque<Future<Batch>> ahead = new ArrayDeque<>();
        for (int i = 0, next = 0; i < count; i++) {
            for (; next < count && next <= i + AHEAD; next++) {
                int index = next;
                ahead.add(workers.submit(() -> source.batch(epoch, index)));
            }
            step.accept(i, take(ahead.remove()));
        }
    }

    private static Batch take(Future<Batch> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a batch", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A batch could not be made: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
