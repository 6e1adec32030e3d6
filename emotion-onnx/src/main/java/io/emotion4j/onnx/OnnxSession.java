package io.emotion4j.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.emotion4j.InferenceException;
import io.emotion4j.ModelLoadException;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import io.emotion4j.spi.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A network in ONNX Runtime. */
final class OnnxSession implements InferenceSession {

    private final OnnxEnvironment environment;
    /** Must live as long as the session, which points into it. */
    private final OrtSession.SessionOptions options;

    private final OrtSession session;
    private final String input;
    private final Map<String, Tensor> constants;
    private final Set<String> outputs;
    private final OnnxOutputPool pool = new OnnxOutputPool();
    /** ONNX Runtime throws when a session is closed twice. */
    private final AtomicBoolean closed = new AtomicBoolean();

    private OnnxSession(
            OnnxEnvironment environment, OrtSession.SessionOptions options, OrtSession session, NetworkSpec network) {
        this.environment = environment;
        this.options = options;
        this.session = session;
        this.input = network.input();
        this.constants = network.constants();
        this.outputs = new LinkedHashSet<>(network.outputs());
    }

    static OnnxSession open(NetworkSpec network, byte[] weights, EngineOptions engine) throws OrtException {
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
            checkNames(network, session);
            return new OnnxSession(environment, options, session, network);
        } catch (OrtException | RuntimeException | Error e) {
            if (session != null) {
                session.close();
            }
            options.close();
            throw e;
        }
    }

    private static void checkNames(NetworkSpec network, OrtSession session) {
        Set<String> expected = new LinkedHashSet<>(List.of(network.input()));
        expected.addAll(network.constants().keySet());
        if (!session.getInputNames().equals(expected)) {
            String hint = session.getInputNames().containsAll(expected)
                    ? "; give the others their values in \"constants\""
                    : "; check \"name\" in \"input\"";
            throw new ModelLoadException("Model '" + network.id() + "' has inputs " + session.getInputNames()
                    + " in ONNX, its descriptor says " + expected + hint);
        }
        if (!session.getOutputNames().containsAll(network.outputs())) {
            throw new ModelLoadException("Model '" + network.id() + "' has outputs " + session.getOutputNames()
                    + " in ONNX, its descriptor says " + network.outputs() + "; check \"outputs\"");
        }
    }

    @Override
    public List<Tensor> run(Tensor tensor) throws OrtException {
        Map<String, OnnxTensor> values = new HashMap<>();
        try (OnnxRun run = OnnxRun.begin(session)) {
            values.put(input, OnnxTensors.toOnnx(environment, tensor));
            for (Map.Entry<String, Tensor> constant : constants.entrySet()) {
                values.put(constant.getKey(), OnnxTensors.toOnnx(environment, constant.getValue()));
            }
            return run(run, values, tensor.shape());
        } finally {
            close(values);
        }
    }

    private List<Tensor> run(OnnxRun run, Map<String, OnnxTensor> values, long[] shape) throws OrtException {
        OnnxOutputs known = pool.take(shape);
        if (known != null) {
            try {
                runInto(known, run, values);
                return known;
            } catch (OrtException e) {
                // Either the outputs have other shapes this time, or the run below fails, too, and says why.
                pool.forget();
            }
        }
        List<Tensor> copies = copies(run, values);
        pool.learn(shape, copies);
        return copies;
    }

    private void runInto(OnnxOutputs known, OnnxRun run, Map<String, OnnxTensor> values) throws OrtException {
        Map<String, OnnxTensor> open = known.open(environment, outputs);
        try {
            run.run(values, Set.of(), open).close();
        } finally {
            close(open);
        }
    }

    private static void close(Map<String, OnnxTensor> tensors) {
        for (OnnxTensor tensor : tensors.values()) {
            tensor.close();
        }
    }

    private List<Tensor> copies(OnnxRun run, Map<String, OnnxTensor> values) throws OrtException {
        try (OrtSession.Result result = run.run(values, outputs, Map.of())) {
            List<Tensor> copies = new ArrayList<>(outputs.size());
            for (String name : outputs) {
                copies.add(OnnxTensors.copy(name, result.get(name).orElseThrow()));
            }
            return copies;
        }
    }

    @Override
    public void recycle(List<Tensor> used) {
        if (used instanceof OnnxOutputs own) {
            pool.give(own);
        }
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
