package io.emotion4j.training.torch;

import java.util.Map;

/**
 * Told how a run goes on, by the thread that trains.
 *
 * @since 0.1.0
 */
public interface EpochListener {

    /**
     * Where a run stands.
     *
     * @param epoch the epoch, from 0
     * @param epochs how many there will be
     * @param batch the batch of the epoch, from 0
     * @param batches how many the epoch has
     * @param means of this epoch so far: the parts of the loss and what else it returns
     * @param picturesPerSecond in this epoch so far
     */
    record Step(int epoch, int epochs, int batch, int batches, Map<String, Double> means, double picturesPerSecond) {}

    /** A batch has been learnt. */
    default void batchDone(Step step) {}

    /** An epoch is over, its checkpoint and its metrics are written. */
    default void epochDone(Map<String, Double> metrics) {}
}
