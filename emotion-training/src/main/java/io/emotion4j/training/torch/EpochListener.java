package io.emotion4j.training.torch;

import java.util.Map;

/** Told how a run goes on. */
public interface EpochListener {

    void batchDone(int epoch, int batch, int batches, float loss, double picturesPerSecond);

    void epochDone(Map<String, Double> metrics);
}
