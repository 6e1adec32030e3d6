package io.emotion4j.training.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradients with bfloat16 are those with float32, but for rounding, whatever kernel the processor gets. */
class BFloat16GradientTest {

    private static final int CHANNELS = 64;
    private static final int SIDE = 40;
    private static final int PICTURES = 4;

    @ParameterizedTest
    @CsvSource({"3, 1, 64", "3, 2, 64", "7, 1, 64", "3, 2, 1", "1, 1, 1"})
    void bfloat16GradientIsTheFloat32One(int kernel, int stride, int groups) {
        NetworkBuilder net = new NetworkBuilder(new int[] {3, 0, 0}, 1);
        String x = net.block(Network.INPUT, 3, CHANNELS, 3, 1, 1);
        x = net.block(x, CHANNELS, CHANNELS, kernel, stride, groups);
        Network network =
                net.output("y", net.pointwise(x, CHANNELS, 10, 0.1f, 0)).build();

        float[] exact = gradientOfFirstFilters(network, stride, false);
        float[] rounded = gradientOfFirstFilters(network, stride, true);

        assertThat(length(exact)).isGreaterThan(1e-4);
        assertThat(dot(exact, rounded) / length(exact) / length(rounded)).isGreaterThan(0.95);
        assertThat(length(rounded) / length(exact)).isBetween(0.9, 1.1);
    }

    /** That is: of what comes back through the convolution behind. */
    private static float[] gradientOfFirstFilters(Network network, int stride, boolean bfloat16) {
        String loss = "    loss = torch.mean(torch.mul(y, target))\n    return (loss,)\n";
        try (TrainingModule module = new TrainingModule(network, List.of("target"), loss, 1, bfloat16);
                NDManager scope = module.manager().newSubManager()) {
            int out = SIDE / stride;
            module.backward(new NDList(
                    scope.create(gaussian(PICTURES * 3 * SIDE * SIDE, 2), new Shape(PICTURES, 3, SIDE, SIDE)),
                    scope.create(gaussian(PICTURES * 10 * out * out, 3), new Shape(PICTURES, 10, out, out))));
            return module.parameters()[0].getGradient().toFloatArray();
        }
    }

    static float[] gaussian(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static double length(float[] values) {
        return Math.sqrt(dot(values, values));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
