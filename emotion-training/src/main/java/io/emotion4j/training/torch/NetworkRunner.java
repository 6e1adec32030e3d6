package io.emotion4j.training.torch;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.emotion4j.training.network.Network;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a network in inference, from the very file that {@link TorchScriptWriter} writes. Not thread-safe; {@link SharedRunner} is.
 *
 * @since 0.1.0
 */
public final class NetworkRunner implements AutoCloseable {

    private final PtNDManager manager;
    private final PtSymbolBlock block;

    public NetworkRunner(Network network) throws IOException {
        this(network, false);
    }

    /** @param bfloat16 whether activations are rounded to bfloat16: quicker where the processor has it, and to two or three digits */
    NetworkRunner(Network network, boolean bfloat16) throws IOException {
        manager = TorchRuntime.newManager();
        Path file = Files.createTempFile("emotion4j-network", ".pt");
        try (OutputStream out = Files.newOutputStream(file)) {
            TorchScriptWriter.write(network, bfloat16, out);
            block = JniUtils.loadModule(manager, file, false, new String[0], new String[0], false);
        } finally {
            Files.delete(file);
        }
    }

    /** What a network gives: row-major values and their shape. */
    public record Output(float[] values, long[] shape) {}

    /** Runs one batch; returns every output, row-major, in the network's order. */
    public List<float[]> run(float[] input, long... shape) {
        return runShaped(input, shape).stream().map(Output::values).toList();
    }

    /** The same with the outputs' shapes. */
    public List<Output> runShaped(float[] input, long... shape) {
        try (NDManager scope = manager.newSubManager();
                NDList results = IValueUtils.forward(block, new NDList(scope.create(input, new Shape(shape))), false)) {
            return results.stream()
                    .map(array ->
                            new Output(array.toFloatArray(), array.getShape().getShape()))
                    .toList();
        }
    }

    @Override
    public void close() {
        block.close();
        manager.close();
    }
}
