package io.emotion4j.training.torch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Prepares batches ahead on its own threads and hands them out in order, whatever thread is done first. Goes on with the next
 * epoch while the last one is measured. Used by one thread.
 */
final class BatchLoader implements AutoCloseable {

    private static final int LEAST_AHEAD = 6;

    private final BatchSource source;
    private final int epochs;
    private final int mostAhead;
    private final ExecutorService workers;
    private final Deque<Future<Batch>> ahead = new ArrayDeque<>();
    private int nextEpoch = -1;
    private int nextIndex;
    private long waitedNanos;

    /** @param epochs after which no more batches are asked for */
    BatchLoader(BatchSource source, int epochs, int threads) {
        this.source = source;
        this.epochs = epochs;
        this.mostAhead = Math.max(LEAST_AHEAD, 2 * threads);
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "batch-loader");
            thread.setDaemon(true);
            return thread;
        });
    }

    interface Step {
        void accept(int index, Batch batch);
    }

    /** Hands out an epoch's batches; epochs follow each other without a gap. */
    void forEach(int epoch, Step step) {
        if (nextEpoch < 0) {
            nextEpoch = epoch;
        }
        int count = source.batchesPerEpoch(epoch);
        for (int i = 0; i < count; i++) {
            fill();
            long start = System.nanoTime();
            Batch batch = take(ahead.remove());
            waitedNanos += System.nanoTime() - start;
            step.accept(i, batch);
        }
    }

    /** {@return how long batches were waited for since the last call} */
    long takeWaitedNanos() {
        long waited = waitedNanos;
        waitedNanos = 0;
        return waited;
    }

    private void fill() {
        while (ahead.size() <= mostAhead && nextEpoch < epochs) {
            if (nextIndex < source.batchesPerEpoch(nextEpoch)) {
                int epoch = nextEpoch;
                int index = nextIndex++;
                ahead.add(workers.submit(() -> source.batch(epoch, index)));
            } else {
                nextEpoch++;
                nextIndex = 0;
            }
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
