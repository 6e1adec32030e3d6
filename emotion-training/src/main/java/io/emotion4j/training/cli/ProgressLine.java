package io.emotion4j.training.cli;

import io.emotion4j.training.torch.EpochListener;
import java.util.Map;

/** Prints how training goes on standard error: one line that is overwritten, and a line an epoch. */
final class ProgressLine implements EpochListener {

    private final int epochs;
    private long printed;

    ProgressLine(int epochs) {
        this.epochs = epochs;
    }

    @Override
    public void batchDone(int epoch, int batch, int batches, float loss, double picturesPerSecond) {
        long now = System.nanoTime();
        if (now - printed > 5_000_000_000L) {
            printed = now;
            System.err.printf(
                    "epoch %d/%d batch %d/%d loss %.3f %.0f pictures/s%n",
                    epoch + 1, epochs, batch + 1, batches, loss, picturesPerSecond);
        }
    }

    @Override
    public void epochDone(Map<String, Double> metrics) {
        System.err.println(metrics);
    }
}
