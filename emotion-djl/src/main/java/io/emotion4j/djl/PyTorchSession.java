package io.emotion4j.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import io.emotion4j.InferenceException;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import io.emotion4j.spi.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A TorchScript module in PyTorch. The module itself is safe to run from many threads at once; DJL's predictors are not
 * and are left out.
 */
final class PyTorchSession implements InferenceSession {

    private final String model;
    private final List<String> outputs;
    private final List<Tensor> constants;
    private final int threads;
    private final PtNDManager manager;
    private final PtSymbolBlock module;

    private PyTorchSession(NetworkSpec network, int threads, PtNDManager manager, PtSymbolBlock module) {
        this.model = network.id();
        this.outputs = network.outputs();
        this.constants = List.copyOf(network.constants().values());
        this.threads = threads;
        this.manager = manager;
        this.module = module;
    }

    static PyTorchSession open(NetworkSpec network, byte[] weights, EngineOptions options) throws IOException {
        Engine engine = PyTorch.engine();
        Device device = PyTorchDevice.of(options.device(), engine);
        PtNDManager manager = (PtNDManager) engine.newBaseManager(device);
        try {
            // The manager closes the module.
            PtSymbolBlock module = JniUtils.loadModule(manager, new ByteArrayInputStream(weights), true, false);
            JniUtils.enableInferenceMode(module);
            return new PyTorchSession(network, options.intraOpThreads(), manager, module);
        } catch (IOException | RuntimeException | Error e) {
            manager.close();
            throw e;
        }
    }

    @Override
    public List<Tensor> run(Tensor input) {
        // Both belong to the calling thread, whichever it is. The optimizer looks at the first runs of every input size
        // and makes them slow; these networks give it nothing to gain.
        JniUtils.setNumThreads(threads);
        JniUtils.setGraphExecutorOptimize(false);
        List<IValue> arguments = new ArrayList<>();
        try (PtNDManager scope = manager.newSubManager(manager.getDevice())) {
            arguments.add(IValue.from(PyTorchTensors.upload(input, scope)));
            for (Tensor constant : constants) {
                arguments.add(IValue.from(PyTorchTensors.upload(constant, scope)));
            }
            try (IValue result = module.forward(arguments.toArray(IValue[]::new))) {
                return copy(result.toNDList(scope));
            }
        } catch (EngineException e) {
            throw new InferenceException(Causes.lastLine(e), e);
        } finally {
            arguments.forEach(IValue::close);
        }
    }

    private List<Tensor> copy(NDList results) {
        if (results.size() != outputs.size()) {
            throw new InferenceException(
                    "Model '" + model + "' gives " + results.size() + " outputs in TorchScript, its descriptor "
                            + "lists " + outputs.size() + ": " + outputs + "; check \"outputs\"");
        }
        List<Tensor> copies = new ArrayList<>(outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
            copies.add(PyTorchTensors.copy(outputs.get(i), (PtNDArray) results.get(i)));
        }
        return copies;
    }

    @Override
    public void close() {
        manager.close();
    }
}
