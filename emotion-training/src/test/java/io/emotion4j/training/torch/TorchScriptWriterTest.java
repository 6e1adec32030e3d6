package io.emotion4j.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.Weight;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TorchScriptWriterTest {

    @Test
    void foldedNetworkGivesWhatTheTrainedOneGave() throws IOException {
        Network network = network();
        float[] input = new float[2 * 3 * 8 * 12];
        Random random = new Random(4);
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }

        float[] folded;
        try (NetworkRunner runner = new NetworkRunner(network)) {
            folded = runner.run(input, 2, 3, 8, 12).get(0);
        }

        assertThat(folded).containsExactly(unfolded(network, input), within(1e-4f));
    }

    /** Runs the network as it was trained, with batch normalisations of their own. */
    private static float[] unfolded(Network network, float[] input) {
        String method = "  def forward(self: __torch__.Net,\n    input: Tensor) -> Tuple[Tensor]:\n"
                + TorchScriptSource.statements(network)
                + "    return (" + network.outputs().get("y") + ",)\n";
        try (PtNDManager manager = TorchRuntime.newManager();
                PtSymbolBlock block = TrainingModule.load(manager, method, network.weights());
                NDManager scope = manager.newSubManager();
                NDList results =
                        IValueUtils.forward(block, new NDList(scope.create(input, new Shape(2, 3, 8, 12))), false)) {
            return results.head().toFloatArray();
        }
    }

    @Test
    void sameNetworkGivesSameBytes() throws IOException {
        assertThat(bytes(network())).isEqualTo(bytes(network()));
    }

    private static byte[] bytes(Network network) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TorchScriptWriter.write(network, out);
        return out.toByteArray();
    }

    private static Network network() {
        NetworkBuilder net = new NetworkBuilder(new int[] {3, 0, 0}, 1);
        String x = net.block(Network.INPUT, 3, 8, 3, 2, 1);
        x = net.batchNorm(net.convolution(x, 8, 8, 3, 1, 8), 8, 0.7f);
        x = net.add(new Op.Cells(), net.block(x, 8, 4, 1, 1, 1));
        Network network = net.output("y", x).build();
        Random random = new Random(2);
        Map<String, Weight> weights = new LinkedHashMap<>();
        network.weights().forEach((name, weight) -> {
            float[] values = weight.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] += 0.3f * random.nextFloat();
            }
            weights.put(name, new Weight(weight.shape(), values, weight.trained()));
        });
        return new Network(network.input(), network.nodes(), network.outputs(), weights);
    }
}
