package io.emotion4j.training.torch;

import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Weight;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network with its loss as one TorchScript method, so that a training step crosses from Java to PyTorch three times
 * (forward, backward, optimiser) however many layers there are. Not thread-safe.
 */
final class TrainingModule implements AutoCloseable {

    private static final String COPY = """
              def copy(self: __torch__.Net,
                source: Tensor,
                target: Tensor) -> int:
                _0 = torch.copy_(torch.detach(target), source)
                return 0
            """;

    private final Network network;
    private final PtNDManager manager;
    private final PtSymbolBlock block;
    private final PtNDArray[] tensors;
    private final PtNDArray[] parameters;

    /**
     * @param targets names of the tensors that the loss needs beside the network's outputs
     * @param loss TorchScript statements, indented by four blanks, that read output values by their output name and end in
     *     {@code return (loss, part, ...)}
     * @param parts how many tensors the loss returns, the loss itself counted
     */
    TrainingModule(Network network, List<String> targets, String loss, int parts, boolean bfloat16) {
        this.network = network;
        this.manager = TorchRuntime.newManager();
        StringBuilder forward = new StringBuilder("  def forward(self: __torch__.Net,\n    input: Tensor");
        targets.forEach(name -> forward.append(",\n    ").append(name).append(": Tensor"));
        forward.append(") -> Tuple[Tensor").append(", Tensor".repeat(parts - 1)).append("]:\n");
        forward.append(TrainingSource.statements(network, bfloat16));
        network.outputs()
                .forEach((name, value) -> forward.append("    ")
                        .append(name)
                        .append(" = ")
                        .append(value)
                        .append('\n'));
        forward.append(loss).append("  def tensors(self: __torch__.Net) -> List[Tensor]:\n    return [");
        network.weights()
                .keySet()
                .forEach(name -> forward.append("self.").append(name).append(", "));
        forward.append("]\n").append(COPY);
        this.block = load(manager, forward.toString(), network.weights());
        try (IValue list = IValueUtils.runMethod(block, "tensors")) {
            this.tensors = list.toTensorArray(manager);
        }
        List<Weight> weights = List.copyOf(network.weights().values());
        this.parameters = java.util.stream.IntStream.range(0, tensors.length)
                .filter(i -> weights.get(i).trained())
                .mapToObj(i -> tensors[i])
                .toArray(PtNDArray[]::new);
        for (PtNDArray parameter : parameters) {
            JniUtils.attachGradient(parameter, true);
        }
    }

    static PtSymbolBlock load(PtNDManager manager, String methods, Map<String, Weight> weights) {
        try {
            Path file = Files.createTempFile("emotion4j-training", ".pt");
            try (OutputStream out = Files.newOutputStream(file)) {
                TorchScriptArchive.write(out, methods, weights, TorchScriptArchive.Layout.CHANNELS_FIRST);
                return JniUtils.loadModule(manager, file, false, new String[0], new String[0], true);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a method of a script for what it does; the arguments are closed. */
    static void call(PtSymbolBlock script, String method, IValue... arguments) {
        IValueUtils.runMethod(script, method, arguments).close();
        for (IValue argument : arguments) {
            argument.close();
        }
    }

    /** Computes the loss and its gradients; returns the loss and its parts. */
    float[] backward(NDList inputs) {
        // Not by the engine's collector of gradients, of which a process may have one at a time.
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        try (NDList results = IValueUtils.forward(block, inputs, true);
                PtNDArray one = (PtNDArray) results.head().onesLike()) {
            JniUtils.backward((PtNDArray) results.head(), one, false, false);
            float[] values = new float[results.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = results.get(i).toFloatArray()[0];
            }
            return values;
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /** Overwrites {@code target} in place. */
    void copy(PtNDArray source, PtNDArray target) {
        try (IValue from = IValue.from(source);
                IValue to = IValue.from(target)) {
            IValueUtils.runMethod(block, "copy", from, to).close();
        }
    }

    PtNDManager manager() {
        return manager;
    }

    /** Every weight of the network in the network's order; the arrays share memory with the module. */
    PtNDArray[] tensors() {
        return tensors;
    }

    PtNDArray[] parameters() {
        return parameters;
    }

    /** The network with the given numbers, an array a weight in the network's order. */
    Network networkWith(PtNDArray[] values) {
        Map<String, float[]> byName = new LinkedHashMap<>();
        int index = 0;
        for (String name : network.weights().keySet()) {
            byName.put(name, values[index++].toFloatArray());
        }
        return network.withWeights(byName);
    }

    @Override
    public void close() {
        block.close();
        manager.close();
    }
}
