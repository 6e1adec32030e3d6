package io.emotion4j.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.torch.NetworkRunner;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputScalingTest {

    @Test
    void scalesThatOutputAlone() throws IOException {
        Network network = SampleNetworks.shaken(ClassifierPreset.TINY.build(1, 0));

        List<float[]> before = run(network);
        List<float[]> after = run(OutputScaling.scaleOutput(network, "logits", 0.5));

        float[] half = before.get(0).clone();
        for (int i = 0; i < half.length; i++) {
            half[i] *= 0.5f;
        }
        assertThat(after.get(0)).containsExactly(half, within(1e-5f));
        assertThat(after.get(1)).isEqualTo(before.get(1));
    }

    @Test
    void unknownOutputIsNamed() {
        assertThatThrownBy(() -> OutputScaling.scaleOutput(ClassifierPreset.TINY.build(1, 0), "scores", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'scores'")
                .hasMessageContaining("logits_fer2013");
    }

    @Test
    void outputThatIsNoLinearFunctionOfAConvolutionIsRefused() {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 8, 8}, 1);
        Network network = net.output("y", net.add(new Op.Sigmoid(), net.pointwise(Network.INPUT, 1, 2, 1, 0)))
                .build();

        assertThatThrownBy(() -> OutputScaling.scaleOutput(network, "y", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Sigmoid");
    }

    @Test
    void sharedValueIsRefused() {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 8, 8}, 1);
        String x = net.pointwise(Network.INPUT, 1, 2, 1, 0);
        Network network =
                net.output("y", x).output("z", net.add(new Op.Relu(), x)).build();

        assertThatThrownBy(() -> OutputScaling.scaleOutput(network, "y", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("used 2 times");
    }

    @Test
    void temperatureMustBePositive() {
        assertThatThrownBy(() -> OutputScaling.scaleOutput(ClassifierPreset.TINY.build(1, 0), "logits", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0.0");
    }

    private static List<float[]> run(Network network) throws IOException {
        try (NetworkRunner runner = new NetworkRunner(network)) {
            return runner.run(SampleNetworks.noise(48 * 48), 1, 1, 48, 48);
        }
    }
}
