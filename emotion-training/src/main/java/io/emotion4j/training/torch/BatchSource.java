package io.emotion4j.training.torch;

/**
 * Makes batches; the same epoch and index give the same batch, whatever thread asks. Thread-safe.
 *
 * @since 0.1.0
 */
public interface BatchSource {

    int batchesPerEpoch(int epoch);

    Batch batch(int epoch, int index);
}
