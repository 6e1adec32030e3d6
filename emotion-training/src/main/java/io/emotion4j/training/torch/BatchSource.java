package io.emotion4j.training.torch;

/** Makes batches; the same epoch and index give the same batch, whatever thread asks. Thread-safe. */
public interface BatchSource {

    int batchesPerEpoch(int epoch);

    Batch batch(int epoch, int index);
}
