package io.emotion4j.training.classifier;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.SharedRunner;
import java.util.List;

/** Trained networks that are asked about the very inputs of a step ({@link TeacherView#INPUTS}). Thread-safe. */
final class Teachers implements AutoCloseable {

    private final List<SharedRunner> runners;

    Teachers(List<Network> networks, boolean bfloat16) {
        runners = networks.stream()
                .map(network -> new SharedRunner(network, bfloat16))
                .toList();
    }

    /** {@return the mean of what they say about each row} */
    TeacherAnswers answers(float[] input, int rows, int side) {
        TeacherAnswers.Mean mean = new TeacherAnswers.Mean(rows);
        for (SharedRunner runner : runners) {
            mean.add(runner.run(input, rows, 1, side, side), 0, 1.0 / runners.size());
        }
        return mean.answers();
    }

    @Override
    public void close() {
        runners.forEach(SharedRunner::close);
    }
}
