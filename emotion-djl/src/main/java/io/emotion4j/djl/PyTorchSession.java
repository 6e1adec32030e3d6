package io.emotion4j.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import io.emotion4j.InferenceException;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A TorchScript module in PyTorch. The module itself is safe to run from many threads at once; DJL's predictors are not
 * and are left out.
 */
final class PyTorchSession implements InferenceSession {

    private final String model;
    private final List<String> outputs;
    private final int threads;
    private final PtNDManager manager;
    private final PtSymbolBlock module;

    private PyTorchSession(ModelDescriptor model, int threads, PtNDManager manager, PtSymbolBlock module) {
        this.model = model.id();
        this.outputs = model.outputs();
        this.threads = threads;
        this.manager = manager;
        this.module = module;
    }

    static PyTorchSession open(ModelDescriptor model, byte[] weights, EngineOptions options) throws IOException {
        Engine engine = PyTorch.engine();
        Device device = PyTorchDevice.of(options.device(), engine);
        PtNDManager manager = (PtNDManager) engine.newBaseManager(device);
        try {
            // The manager closes the module.
            PtSymbolBlock module = JniUtils.loadModule(manager, new ByteArrayInputStream(weights), true, false);
            JniUtils.enableInferenceMode(module);
            return new PyTorchSession(model, options.intraOpThreads(), manager, module);
        } catch (IOException | RuntimeException | Error e) {
            manager.close();
            throw e;
        }
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        Tensor input = inputs.values().iterator().next();
        // Both belong to the calling thread, whichever it is. The optimizer looks at the first runs of every input size
        // and
        // makes them slow; these networks give it nothing to gain.
        JniUtils.setNumThreads(threads);
        JniUtils.setGraphExecutorOptimize(false);
        try (PtNDManager scope = manager.newSubManager(manager.getDevice());
                IValue argument = IValue.from(upload(input, scope));
                IValue result = module.forward(argument)) {
            return copy(result.toNDList(scope));
        } catch (EngineException e) {
            throw new InferenceException(Causes.lastLine(e), e);
        }
    }

    /** PyTorch allocates, so that nothing of it points at a buffer of ours when this returns. */
    private static PtNDArray upload(Tensor input, PtNDManager scope) {
        Shape shape = new Shape(input.shape());
        if (scope.getDevice().isGpu()) {
            return scope.create(input.data(), shape, DataType.FLOAT32);
        }
        PtNDArray array = scope.create(shape, DataType.FLOAT32);
        array.toByteBuffer(true).asFloatBuffer().put(input.data());
        return array;
    }

    /** Outputs are small, and copied so that nobody has to release them. */
    private Map<String, Tensor> copy(NDList results) {
        if (results.size() != outputs.size()) {
            throw new InferenceException(
                    "Model '" + model + "' gives " + results.size() + " outputs in TorchScript, its descriptor "
                            + "lists " + outputs.size() + ": " + outputs + "; check \"outputs\"");
        }
        Map<String, Tensor> copies = new LinkedHashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            PtNDArray array = (PtNDArray) results.get(i);
            if (array.getDataType() != DataType.FLOAT32) {
                throw new InferenceException("Output '" + outputs.get(i) + "' of model '" + model + "' is "
                        + array.getDataType() + ", expected FLOAT32");
            }
            FloatBuffer numbers = array.toByteBuffer(true).asFloatBuffer();
            FloatBuffer copy =
                    FloatBuffer.allocate(numbers.remaining()).put(numbers).flip();
            copies.put(outputs.get(i), Tensor.of(copy, array.getShape().getShape()));
        }
        return copies;
    }

    @Override
    public void close() {
        manager.close();
    }
}
