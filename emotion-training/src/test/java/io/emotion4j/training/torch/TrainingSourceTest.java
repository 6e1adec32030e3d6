package io.emotion4j.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.emotion4j.training.export.SampleNetworks;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.Weight;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is trained computes what the network gives in inference, whatever shortcuts its layers take. */
class TrainingSourceTest {

    private static final int SIDE = 16;
    private static final int PICTURES = 3;

    @ParameterizedTest
    @CsvSource({"false, 0.0001", "true, 0.03"})
    void trainingComputesWhatTheNetworkGives(boolean bfloat16, double tolerance) throws IOException {
        Network network = network();
        float[] input = BFloat16GradientTest.gaussian(PICTURES * 3 * SIDE * SIDE, 5);
        List<float[]> expected;
        try (NetworkRunner runner = new NetworkRunner(network)) {
            expected = runner.run(input, PICTURES, 3, SIDE, SIDE);
        }
        for (int output = 0; output < expected.size(); output++) {
            float[] factors = BFloat16GradientTest.gaussian(expected.get(output).length, 6);
            String name = "y" + output;
            String loss = "    loss = torch.sum(torch.mul(torch.flatten(" + name + "), target))\n    return (loss,)\n";
            double sum = 0;
            double length = 0;
            for (int i = 0; i < factors.length; i++) {
                sum += (double) factors[i] * expected.get(output)[i];
                length += Math.pow(factors[i] * expected.get(output)[i], 2);
            }
            try (TrainingModule module = new TrainingModule(network, List.of("target"), loss, 1, bfloat16);
                    NDManager scope = module.manager().newSubManager()) {
                float found = module.backward(new NDList(
                        scope.create(input, new Shape(PICTURES, 3, SIDE, SIDE)), scope.create(factors)))[0];

                assertThat(found / Math.sqrt(length)).as(name).isCloseTo(sum / Math.sqrt(length), within(tolerance));
            }
        }
    }

    /** Normalised filters that are not learnt, a depthwise layer that steps over pixels, two heads on one value, one on another. */
    private static Network network() {
        NetworkBuilder net = new NetworkBuilder(new int[] {3, 0, 0}, 1);
        String x = net.block(Network.INPUT, 3, 16, 3, 2, 1);
        String thinned = net.convolution(x, 16, 16, 3, 2, 16);
        Network network = net.output("y0", thinned)
                .output("y1", net.pointwise(thinned, 16, 1, 0.3f, 0.5f))
                .output("y2", net.pointwise(thinned, 16, 10, 0.3f, -0.5f))
                .output("y3", net.pointwise(x, 16, 4, 0.3f, 1))
                .output("y4", net.pointwise(x, 16, 16, 0.3f, 1, 2))
                .build();
        Map<String, Weight> weights = new LinkedHashMap<>();
        SampleNetworks.shaken(network).weights().forEach((name, weight) -> {
            boolean first = List.of("w0", "g1", "b1").contains(name);
            weights.put(name, new Weight(weight.shape(), weight.values(), weight.trained() && !first));
        });
        assertThat(weights.keySet()).contains("w0", "g1", "b1");
        return new Network(network.input(), network.nodes(), network.outputs(), weights);
    }
}
