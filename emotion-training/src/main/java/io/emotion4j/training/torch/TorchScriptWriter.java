package io.emotion4j.training.torch;

import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Weight;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a network, batch normalisation folded, as a TorchScript file that gives a tuple of its outputs in order.
 *
 * @since 0.1.0
 */
public final class TorchScriptWriter {

    private TorchScriptWriter() {}

    /** Writes the file; {@code out} is closed. */
    public static void write(Network network, OutputStream out) throws IOException {
        write(network, false, out);
    }

    /** @param bfloat16 whether activations are rounded to bfloat16, as in training */
    static void write(Network network, boolean bfloat16, OutputStream out) throws IOException {
        Network plain = BatchNormFolding.fold(network);
        Network folded = new Network(plain.input(), plain.nodes(), plain.outputs(), constants(plain));
        String results = String.join(", ", folded.outputs().values());
        String types = "Tensor" + ", Tensor".repeat(folded.outputs().size() - 1);
        String forward = "  def forward(self: __torch__.Net,\n    input: Tensor) -> Tuple[" + types + "]:\n"
                + (bfloat16 ? TrainingSource.statements(folded, true) : TorchScriptSource.statements(folded))
                + "    return (" + results + ",)\n";
        TorchScriptArchive.write(out, forward, folded.weights(), TorchScriptArchive.Layout.CHANNELS_LAST);
    }

    /** Nothing is trained any more, so that PyTorch keeps no record for gradients. */
    private static Map<String, Weight> constants(Network network) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        network.weights()
                .forEach((name, weight) -> weights.put(name, new Weight(weight.shape(), weight.values(), false)));
        return weights;
    }
}
