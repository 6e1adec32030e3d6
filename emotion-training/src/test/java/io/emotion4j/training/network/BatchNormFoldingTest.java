package io.emotion4j.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchNormFoldingTest {

    @Test
    void filterAndBiasTakeTheNormalisation() {
        // One filter of weight 3; gamma 2, beta 0.5, mean 4, variance 16: (3 x - 4) / 4 * 2 + 0.5 = 1.5 x - 1.5.
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 1, 1}, 1);
        String x = net.batchNorm(net.convolution(Network.INPUT, 1, 1, 1, 1, 1), 1, 1);
        Network network = with(net.output("y", x).build(), 3, 2, 0.5f, 4, 16);

        Network folded = BatchNormFolding.fold(network);

        assertThat(folded.nodes()).hasSize(1);
        Op.Convolution convolution = (Op.Convolution) folded.nodes().get(0).op();
        assertThat(folded.weight(convolution.weight()).values()).containsExactly(new float[] {1.5f}, within(1e-5f));
        assertThat(convolution.bias()).isNotNull();
        assertThat(folded.weight(String.valueOf(convolution.bias())).values())
                .containsExactly(new float[] {-1.5f}, within(1e-5f));
        assertThat(folded.outputs()).containsEntry("y", folded.nodes().get(0).output());
    }

    @Test
    void dropoutIsLeftOutAndItsReadersReadWhatItRead() {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 1, 1}, 1);
        String convolution = net.convolution(Network.INPUT, 1, 1, 1, 1, 1);
        String dropped = net.add(new Op.Dropout(0.5), convolution);
        Network network = net.output("y", net.add(new Op.Relu(), dropped))
                .output("z", dropped)
                .build();

        Network folded = BatchNormFolding.fold(network);

        assertThat(folded.nodes()).extracting(Network.Node::op).noneMatch(op -> op instanceof Op.Dropout);
        assertThat(folded.nodes().get(1).inputs()).containsExactly(convolution);
        assertThat(folded.outputs()).containsEntry("z", convolution);
    }

    @Test
    void foldingAgainChangesNothing() {
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 8, 8}, 1);
        Network once = BatchNormFolding.fold(
                net.output("y", net.block(Network.INPUT, 1, 4, 3, 1, 1)).build());

        Network twice = BatchNormFolding.fold(once);

        assertThat(twice.nodes()).isEqualTo(once.nodes());
        assertThat(twice.weights().keySet()).isEqualTo(once.weights().keySet());
    }

    @Test
    void normalisationWithoutConvolutionIsRefused() {
        NetworkBuilder net = new NetworkBuilder(new int[] {2, 8, 8}, 1);
        Network network = net.output("y", net.batchNorm(Network.INPUT, 2, 1)).build();

        assertThatThrownBy(() -> BatchNormFolding.fold(network))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must follow a convolution without bias")
                .hasMessageContaining(Network.INPUT);
    }

    /** The network with one number in each weight, in the network's order. */
    private static Network with(Network network, float... values) {
        Map<String, float[]> weights = new LinkedHashMap<>();
        List<String> names = List.copyOf(network.weights().keySet());
        for (int i = 0; i < values.length; i++) {
            weights.put(names.get(i), new float[] {values[i]});
        }
        return network.withWeights(weights);
    }
}
