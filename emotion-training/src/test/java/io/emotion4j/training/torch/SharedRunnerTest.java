package io.emotion4j.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.network.Network;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedRunnerTest {

    private static final Network NETWORK = ClassifierPreset.TINY.build(3, 0.2);

    @Test
    void manyThreadsGetTheAnswersOfOne() throws IOException {
        List<float[]> inputs =
                IntStream.range(0, 40).mapToObj(SharedRunnerTest::input).toList();
        List<float[]> expected;
        try (NetworkRunner runner = new NetworkRunner(NETWORK)) {
            expected = inputs.stream()
                    .map(input -> runner.run(input, 2, 1, 48, 48).get(0))
                    .toList();
        }

        try (SharedRunner shared = new SharedRunner(NETWORK, false)) {
            List<float[]> found = inputs.parallelStream()
                    .map(input -> shared.run(input, 2, 1, 48, 48).get(0))
                    .toList();

            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i)).containsExactly(expected.get(i), within(1e-5f));
            }
        }
    }

    @Test
    void bfloat16IsTheSameToTwoDigits() throws IOException {
        float[] input = input(7);
        try (NetworkRunner exact = new NetworkRunner(NETWORK);
                SharedRunner rounded = new SharedRunner(NETWORK, true)) {
            List<float[]> expected = exact.run(input, 2, 1, 48, 48);
            List<float[]> found = rounded.run(input, 2, 1, 48, 48);

            for (int head = 0; head < 2; head++) {
                assertThat(found.get(head)).containsExactly(expected.get(head), within(0.02f));
                assertThat(found.get(head)).isNotEqualTo(expected.get(head));
            }
        }
    }

    private static float[] input(int seed) {
        Random random = new Random(seed);
        float[] values = new float[2 * 48 * 48];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
