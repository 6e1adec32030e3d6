package io.emotion4j.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One step of Muon moves filters in every direction alike, however unlike their gradients are. */
class OptimizerTest {

    private static final double RATE = 0.01;

    @ParameterizedTest
    @CsvSource({"16, 16", "16, 24", "24, 16"})
    void stepOfMuonIsNearlyOrthogonalAndOfAdamWsSize(int in, int out) {
        NetworkBuilder net = new NetworkBuilder(new int[] {in, 0, 0}, 1);
        Network network = net.output("y", net.convolution(Network.INPUT, in, out, 1, 1, 1))
                .build();
        String loss = "    loss = torch.mean(torch.mul(y, target))\n    return (loss,)\n";
        try (TrainingModule module = new TrainingModule(network, List.of("target"), loss, 1, false);
                Optimizer optimizer = new Optimizer(module, OptimizerKind.MUON, 0, 1e9);
                NDManager scope = module.manager().newSubManager()) {
            float[] before = module.parameters()[0].toFloatArray();
            module.backward(new NDList(
                    scope.create(gaussian(in * 64, 2), new Shape(1, in, 8, 8)),
                    scope.create(gaussian(out * 64, 3), new Shape(1, out, 8, 8))));
            optimizer.step(RATE, 0.9);

            float[] after = module.parameters()[0].toFloatArray();
            double[][] step = new double[out][in];
            double squares = 0;
            for (int i = 0; i < out * in; i++) {
                step[i / in][i % in] = (before[i] - after[i]) / RATE / 0.2 / Math.sqrt(Math.max(in, out));
                squares += step[i / in][i % in] * step[i / in][i % in];
            }
            // The singular values of an orthogonal step are 1; five iterations bring them near.
            assertThat(squares).isCloseTo(Math.min(in, out), within(0.35 * Math.min(in, out)));
            assertThat(largestSingularValue(step)).isBetween(0.7, 1.3);
        }
    }

    private static double largestSingularValue(double[][] matrix) {
        double[] v = new double[matrix[0].length];
        Arrays.fill(v, 1);
        double length = 0;
        for (int round = 0; round < 200; round++) {
            double[] next = new double[v.length];
            for (double[] row : matrix) {
                double product = 0;
                for (int i = 0; i < v.length; i++) {
                    product += row[i] * v[i];
                }
                for (int i = 0; i < v.length; i++) {
                    next[i] += row[i] * product;
                }
            }
            length = Math.sqrt(Arrays.stream(next).map(x -> x * x).sum());
            for (int i = 0; i < v.length; i++) {
                v[i] = next[i] / length;
            }
        }
        return Math.sqrt(length);
    }

    private static float[] gaussian(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
