package io.emotion4j.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Objects;

/** ONNX Runtime called without this library: the shipped weights, one thread, one input tensor that is used again and again. */
final class BareOnnx implements AutoCloseable {

    private final OrtSession.SessionOptions options;
    private final OrtSession session;
    private final Map<String, OnnxTensor> input;

    BareOnnx(Model model, long... shape) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        ModelFile weights = Objects.requireNonNull(model.descriptor().files().get("onnx"), "weights in ONNX");
        session = environment.createSession(model.read(weights), options);
        input = Map.of(model.descriptor().input().name(), OnnxTensor.createTensor(environment, noise(shape), shape));
    }

    OrtSession.Result run() throws OrtException {
        return session.run(input);
    }

    @Override
    public void close() throws OrtException {
        input.values().forEach(OnnxTensor::close);
        session.close();
        options.close();
    }

    /** Numbers such as pictures give; zeros might be quicker. */
    private static FloatBuffer noise(long... shape) {
        int length = 1;
        for (long side : shape) {
            length *= (int) side;
        }
        FloatBuffer floats = ByteBuffer.allocateDirect(length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < length; i++) {
            floats.put(i, (i * 7919 % 1000) / 1000f);
        }
        return floats;
    }
}
