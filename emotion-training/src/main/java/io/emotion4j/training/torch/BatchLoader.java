package io.emotion4j.training.torch;

import io.emotion4j.internal.parallel.OrderedWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * Prepares batches ahead on its own threads and hands them out in order. Goes on with the next epoch while the last one is
 * measured. Used by one thread.
 */
final class BatchLoader implements AutoCloseable {

    private static final int LEAST_AHEAD = 6;

    private final OrderedWork<Place, Batch> batches;
    private long waitedNanos;

    private record Place(int epoch, int index) {}

    /**
     * @param first epoch
     * @param epochs after which no more batches are asked for
     */
    BatchLoader(BatchSource source, int first, int epochs, int threads) {
        Iterator<Place> places = IntStream.range(first, epochs)
                .boxed()
                .flatMap(epoch ->
                        IntStream.range(0, source.batchesPerEpoch(epoch)).mapToObj(index -> new Place(epoch, index)))
                .iterator();
        this.batches = new OrderedWork<>(
                OrderedWork.of(places),
                threads,
                1 + Math.max(LEAST_AHEAD, 2 * threads),
                place -> source.batch(place.epoch(), place.index()));
    }

    /**
     * Hands out the next batch of the epoch, or the first of the next epoch.
     *
     * @throws IOException if a picture cannot be read, or this thread was interrupted
     */
    Batch next() throws IOException {
        long start = System.nanoTime();
        try {
            return batches.next();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            waitedNanos += System.nanoTime() - start;
        }
    }

    /** {@return how long batches were waited for since the last call} */
    long takeWaitedNanos() {
        long waited = waitedNanos;
        waitedNanos = 0;
        return waited;
    }

    @Override
    public void close() {
        batches.close();
    }
}
