package io.emotion4j.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTest {

    @Test
    void multiplyAddsCountEveryConvolutionAtItsOwnSize() {
        NetworkBuilder net = new NetworkBuilder(new int[] {3, 0, 0}, 1);
        String x = net.convolution(Network.INPUT, 3, 8, 3, 2, 1); // 8 * 3 * 9 at 8x16
        x = net.convolution(x, 8, 8, 3, 1, 8); // 8 * 9 at 8x16
        x = net.add(new Op.MaxPool(), x);
        x = net.pointwise(x, 8, 4, 1, 0); // 4 * 8 at 4x8
        x = net.add(new Op.Upsample(), x);
        x = net.convolution(x, 4, 2, 1, 1, 1); // 2 * 4 at 8x16
        x = net.pointwise(net.add(new Op.GlobalAverage(), x), 2, 7, 1, 0); // 7 * 2 once
        Network network = net.output("y", x).build();

        long expected = 216 * 128 + 72 * 128 + 32 * 32 + 8 * 128 + 14;
        assertThat(network.multiplyAdds(16, 32)).isEqualTo(expected);
    }

    @Test
    void oddSidesRoundUpAtStrideTwo() {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 0, 0}, 1);
        Network network =
                net.output("y", net.convolution(Network.INPUT, 1, 1, 3, 2, 1)).build();

        assertThat(network.multiplyAdds(5, 7)).isEqualTo(9 * 3 * 4);
    }

    @Test
    void parametersAreTheTrainedNumbers() {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 8, 8}, 1);
        Network network =
                net.output("y", net.block(Network.INPUT, 1, 4, 3, 1, 1)).build();

        // 4 * 9 of the convolution, gamma and beta; running mean and variance are measured, not trained.
        assertThat(network.parameterCount()).isEqualTo(36 + 4 + 4);
    }

    @Test
    void depthwiseConvolutionOfMoreFiltersThanChannelsIsRefused() {
        NetworkBuilder net = new NetworkBuilder(new int[] {8, 0, 0}, 1);

        assertThatThrownBy(() -> net.convolution(Network.INPUT, 8, 16, 3, 2, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 8, found 16");
    }

    @Test
    void sameSeedGivesSameWeights() {
        assertThat(block(5).weight("w0").values())
                .isEqualTo(block(5).weight("w0").values());
        assertThat(block(5).weight("w0").values())
                .isNotEqualTo(block(6).weight("w0").values());
    }

    @Test
    void weightsComeBackFromTheirFile(@TempDir Path folder) throws Exception {
        Network network = block(5);
        Path file = folder.resolve(NetworkFile.NAME);
        NetworkFile.write(network, file);

        Network read = NetworkFile.read(block(6), file);

        network.weights()
                .forEach(
                        (name, weight) -> assertThat(read.weight(name).values()).isEqualTo(weight.values()));
    }

    @Test
    void missingWeightIsNamed() {
        assertThatThrownBy(() -> block(1).withWeights(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'w0'");
        assertThatThrownBy(() -> block(1).weight("w9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'w9'");
    }

    @Test
    void wrongNumberOfValuesIsRefused() {
        assertThatThrownBy(() -> new Weight(new int[] {2, 3}, new float[5], true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 3]")
                .hasMessageContaining("needs 6")
                .hasMessageContaining("found 5");
    }

    private static Network block(long seed) {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 8, 8}, seed);
        return net.output("y", net.block(Network.INPUT, 1, 4, 3, 1, 1)).build();
    }
}
