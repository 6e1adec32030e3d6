package io.emotion4j.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.emotion4j.InferenceException;
import io.emotion4j.ModelLoadException;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A network in ONNX Runtime. */
final class OnnxSession implements InferenceSession {

    private final OnnxEnvironment environment;
    /** Must live as long as the session, which points into it. */
    private final OrtSession.SessionOptions options;

    private final OrtSession session;
    private final Set<String> outputs;
    /** ONNX Runtime throws when a session is closed twice. */
    private final AtomicBoolean closed = new AtomicBoolean();

    private OnnxSession(
            OnnxEnvironment environment, OrtSession.SessionOptions options, OrtSession session, Set<String> outputs) {
        this.environment = environment;
        this.options = options;
        this.session = session;
        this.outputs = outputs;
    }

    static OnnxSession open(ModelDescriptor model, byte[] weights, EngineOptions engine) throws OrtException {
        OnnxEnvironment environment = OnnxRuntime.environment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = null;
        try {
            options.setIntraOpNumThreads(engine.intraOpThreads());
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // Threads that spin while they wait take the processor from other requests.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.inter_op.allow_spinning", "0");
            OnnxDevice.choose(engine.device(), options);
            session = environment.createSession(weights, options);
            checkNames(model, session);
            return new OnnxSession(environment, options, session, new LinkedHashSet<>(model.outputs()));
        } catch (OrtException | RuntimeException | Error e) {
            if (session != null) {
                session.close();
            }
            options.close();
            throw e;
        }
    }

    private static void checkNames(ModelDescriptor model, OrtSession session) {
        String input = model.input().name();
        if (!session.getInputNames().equals(Set.of(input))) {
            throw new ModelLoadException("Model '" + model.id() + "' has inputs " + session.getInputNames()
                    + " in ONNX, its descriptor says [" + input + "]; check \"name\" in \"input\"");
        }
        if (!session.getOutputNames().containsAll(model.outputs())) {
            throw new ModelLoadException("Model '" + model.id() + "' has outputs " + session.getOutputNames()
                    + " in ONNX, its descriptor says " + model.outputs() + "; check \"outputs\"");
        }
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) throws OrtException {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
                Tensor tensor = input.getValue();
                // A direct buffer in native order is read in place.
                tensors.put(
                        input.getKey(), environment.createTensor(OnnxJavaType.FLOAT, tensor.data(), tensor.shape()));
            }
            try (OrtSession.Result result = session.run(tensors, outputs)) {
                return copy(result);
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    /** Outputs are small, and copied so that nobody has to release them. */
    private Map<String, Tensor> copy(OrtSession.Result result) {
        Map<String, Tensor> copies = new LinkedHashMap<>();
        for (String name : outputs) {
            OnnxValue value = result.get(name).orElseThrow();
            FloatBuffer floats = value instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : null;
            if (floats == null) {
                throw new InferenceException(
                        "Output '" + name + "' is " + value.getInfo() + ", expected a float32 tensor");
            }
            copies.put(name, Tensor.of(floats, ((OnnxTensor) value).getInfo().getShape()));
        }
        return copies;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (options) {
            session.close();
        } catch (OrtException e) {
            throw new InferenceException("ONNX Runtime failed to release a session: " + e.getMessage(), e);
        }
    }
}
