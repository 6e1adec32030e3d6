package io.emotion4j.training.torch;

import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a network, batch normalisation folded, as a TorchScript file that gives a tuple of its outputs in order. */
public final class TorchScriptWriter {

    private TorchScriptWriter() {}

    /** Writes the file; {@code out} is closed. */
    public static void write(Network network, OutputStream out) throws IOException {
        Network folded = BatchNormFolding.fold(network);
        String results = String.join(", ", folded.outputs().values());
        String types = "Tensor" + ", Tensor".repeat(folded.outputs().size() - 1);
        String forward = "  def forward(self: __torch__.Net,\n    input: Tensor) -> Tuple[" + types + "]:\n"
                + TorchScriptSource.statements(folded, TorchScriptSource.Mode.INFER)
                + "    return (" + results + ",)\n";
        TorchScriptArchive.write(out, forward, folded.weights());
    }
}
