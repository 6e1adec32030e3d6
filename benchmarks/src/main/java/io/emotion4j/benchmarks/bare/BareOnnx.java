package io.emotion4j.benchmarks.bare;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** ONNX Runtime called without this library: the shipped weights, one thread, one input tensor that is used again and again. */
public final class BareOnnx implements AutoCloseable {

    private final OrtSession.SessionOptions options;
    private final OrtSession session;
    private final Map<String, OnnxTensor> input;

    private BareOnnx(Model model, long... shape) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        ModelFile weights = Objects.requireNonNull(model.descriptor().files().get("onnx"), "weights in ONNX");
        session = environment.createSession(model.read(weights), options);
        InputSpec spec = model.descriptor().input();
        OnnxTensor tensor = spec.type() == TensorType.UINT8
                ? OnnxTensor.createTensor(environment, bytes(shape), shape, OnnxJavaType.UINT8)
                : OnnxTensor.createTensor(environment, noise(shape), shape);
        input = Map.of(spec.name(), tensor);
    }

    /**
     * {@return the model on an input of that size}
     *
     * @param id of a shipped model
     * @param batch pictures in the input
     * @param height of the input
     * @param width of the input
     * @throws OrtException if the engine refuses
     */
    public static BareOnnx of(String id, int batch, int height, int width) throws OrtException {
        Model model = Model.shipped(id);
        return new BareOnnx(model, model.descriptor().input().shape(batch, height, width));
    }

    /**
     * {@return the number of outputs of one call}
     *
     * @throws OrtException if the engine fails
     */
    public int run() throws OrtException {
        try (OrtSession.Result result = session.run(input)) {
            return result.size();
        }
    }

    @Override
    public void close() throws OrtException {
        input.values().forEach(OnnxTensor::close);
        session.close();
        options.close();
    }

    /** Numbers such as pictures give; zeros might be quicker. */
    private static FloatBuffer noise(long... shape) {
        int length = length(shape);
        FloatBuffer floats = ByteBuffer.allocateDirect(length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < length; i++) {
            floats.put(i, (i * 7919 % 1000) / 1000f);
        }
        return floats;
    }

    private static ByteBuffer bytes(long... shape) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(length(shape));
        for (int i = 0; i < bytes.capacity(); i++) {
            bytes.put(i, (byte) (i * 7919 % 256));
        }
        return bytes;
    }

    private static int length(long... shape) {
        return Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    }
}
