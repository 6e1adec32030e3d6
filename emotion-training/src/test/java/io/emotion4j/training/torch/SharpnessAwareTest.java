package io.emotion4j.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.Op;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharpnessAwareTest {

    private static final double RADIUS = 0.05;

    @Test
    void weightsMoveByTheRadiusAlongTheirGradientsAndComeBack() {
        Network network = network();
        try (TrainingModule module = module(network);
                SharpnessAware sharpness = new SharpnessAware(module, RADIUS)) {
            List<float[]> before = values(module.tensors());
            float low = backward(module);
            List<float[]> measured = values(module.tensors());

            sharpness.ascend();
            double square = 0;
            List<float[]> moved = values(module.parameters());
            List<float[]> unmoved = trained(network, measured);
            for (int i = 0; i < moved.size(); i++) {
                for (int j = 0; j < moved.get(i).length; j++) {
                    square += Math.pow(moved.get(i)[j] - unmoved.get(i)[j], 2);
                }
            }
            assertThat(Math.sqrt(square)).isCloseTo(RADIUS, within(1e-4));
            assertThat(backward(module)).isGreaterThan(low);

            sharpness.descend();
            assertThat(values(module.tensors())).usingRecursiveComparison().isEqualTo(measured);
            assertThat(measured)
                    .as("batch normalisation measured the first time")
                    .usingRecursiveComparison()
                    .isNotEqualTo(before);
        }
    }

    @Test
    void gradientsAreThoseOfTheMovedWeights() {
        try (TrainingModule module = module(network());
                SharpnessAware sharpness = new SharpnessAware(module, RADIUS)) {
            backward(module);
            List<float[]> here = gradients(module);
            sharpness.ascend();
            assertThat(gradients(module))
                    .allSatisfy(gradient -> assertThat(gradient).containsOnly(0));
            backward(module);
            List<float[]> there = gradients(module);
            sharpness.descend();

            assertThat(gradients(module)).usingRecursiveComparison().isEqualTo(there);
            assertThat(there).usingRecursiveComparison().isNotEqualTo(here);
        }
    }

    @Test
    void radiusIsNotNegative() {
        assertThatThrownBy(() -> new TrainingOptions.Steps(OptimizerKind.SGD, 1, 0, 0, 1, 1, -0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.05 is usual")
                .hasMessageContaining("found -0.1");
    }

    private static TrainingModule module(Network network) {
        return new TrainingModule(
                network,
                List.of("truth"),
                "    error = torch.sub(logits, truth)\n    return (torch.mean(torch.mul(error, error)),)\n",
                1,
                false);
    }

    private static float backward(TrainingModule module) {
        try (var scope = module.manager().newSubManager()) {
            float[] picture = new float[2 * 64];
            for (int i = 0; i < picture.length; i++) {
                picture[i] = (float) Math.sin(i * 0.7);
            }
            return module.backward(new NDList(
                    scope.create(picture, new Shape(2, 1, 8, 8)),
                    scope.create(new float[] {1, -1, -1, 1}, new Shape(2, 2))))[0];
        }
    }

    private static Network network() {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 8, 8}, 3);
        String x = net.block(Network.INPUT, 1, 8, 3, 2, 1);
        x = net.add(new Op.GlobalAverage(), x);
        return net.output("logits", net.add(new Op.Flatten(), net.pointwise(x, 8, 2, 0.5f, 0)))
                .build();
    }

    private static List<float[]> trained(Network network, List<float[]> all) {
        List<float[]> trained = new ArrayList<>();
        int index = 0;
        for (var weight : network.weights().values()) {
            if (weight.trained()) {
                trained.add(all.get(index));
            }
            index++;
        }
        return trained;
    }

    private static List<float[]> gradients(TrainingModule module) {
        List<float[]> gradients = new ArrayList<>();
        for (PtNDArray parameter : module.parameters()) {
            gradients.add(parameter.getGradient().toFloatArray());
        }
        return gradients;
    }

    private static List<float[]> values(PtNDArray[] arrays) {
        List<float[]> values = new ArrayList<>();
        for (PtNDArray array : arrays) {
            values.add(array.toFloatArray());
        }
        return values;
    }
}
