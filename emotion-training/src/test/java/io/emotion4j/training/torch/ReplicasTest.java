package io.emotion4j.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.pytorch.engine.PtNDArray;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Several copies of a network learn what one would from all their batches. */
class ReplicasTest {

    private static final int SIDE = 8;

    @Test
    void gradientIsTheMeanOfThatOfEveryBatch() {
        float[] first = gradient(1, List.of(batch(1, 3)));
        float[] second = gradient(1, List.of(batch(2, 3)));
        float[] both = gradient(2, List.of(batch(1, 3), batch(2, 3)));
        float[] alone = gradient(2, List.of(batch(1, 3)));

        assertThat(first).isNotEqualTo(second);
        assertThat(alone).isEqualTo(first);
        for (int i = 0; i < both.length; i++) {
            assertThat(both[i]).isCloseTo((first[i] + second[i]) / 2, within(1e-5f));
        }
    }

    @Test
    void copiesFollowTheWeightsThatAreMoved() {
        try (Replicas replicas = replicas(2)) {
            float[] before = replicas.backward(List.of(batch(1, 3), batch(2, 3)));
            replicas.first()
                    .copy(
                            (PtNDArray) replicas.first().tensors()[0].zerosLike(),
                            replicas.first().tensors()[0]);
            float[] after = replicas.backward(List.of(batch(1, 3), batch(2, 3)));

            assertThat(before[0]).isNotZero();
            assertThat(after[0]).as("of filters that are zero in both").isZero();
        }
    }

    @Test
    void batchThatDoesNotFitIsToldWhicheverReplicaHasIt() {
        try (Replicas replicas = replicas(2)) {
            assertThatThrownBy(() -> replicas.backward(List.of(batch(1, 3), batch(2, 4))))
                    .hasStackTraceContaining("EngineException");
            assertThatThrownBy(() -> replicas.backward(List.of(batch(1, 4), batch(2, 3))))
                    .hasStackTraceContaining("EngineException");
        }
    }

    private static float[] gradient(int count, List<Batch> batches) {
        try (Replicas replicas = replicas(count)) {
            replicas.backward(batches);
            return replicas.first().parameters()[0].getGradient().toFloatArray();
        }
    }

    private static Replicas replicas(int count) {
        NetworkBuilder net = new NetworkBuilder(new int[] {3, SIDE, SIDE}, 1);
        Network network =
                net.output("y", net.convolution(Network.INPUT, 3, 16, 3, 1, 1)).build();
        String loss = "    loss = torch.mean(torch.mul(y, y))\n    return (loss,)\n";
        return new Replicas(() -> new TrainingModule(network, List.of(), loss, 1, false), count, 1);
    }

    private static Batch batch(long seed, int channels) {
        Random random = new Random(seed);
        float[] values = new float[2 * channels * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Batch(2, List.of(new Batch.Part(values, 2, channels, SIDE, SIDE)));
    }
}
