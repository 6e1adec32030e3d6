package io.emotion4j.training.export;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.emotion4j.training.network.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs written models in the engines they are written for; each gives its outputs by name. */
final class EngineRuns {

    static {
        System.setProperty("ai.djl.offline", "true");
        try {
            // DJL downloads TensorFlow unless it finds this file; JavaCPP then loads the library from the class path.
            Path folder = Files.createTempDirectory("emotion4j-tensorflow");
            Files.createFile(folder.resolve("libjnitensorflow.so"));
            System.setProperty("TENSORFLOW_LIBRARY_PATH", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EngineRuns() {}

    static Map<String, float[]> onnx(byte[] model, float[] input, long... shape) throws Exception {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model, options);
                    OnnxTensor tensor = tensor(environment, input, shape);
                    OrtSession.Result result = session.run(Map.of(Network.INPUT, tensor))) {
                for (Map.Entry<String, ai.onnxruntime.OnnxValue> entry : result) {
                    FloatBuffer buffer = ((OnnxTensor) entry.getValue()).getFloatBuffer();
                    float[] values = new float[buffer.remaining()];
                    buffer.get(values);
                    outputs.put(entry.getKey(), values);
                }
            }
        }
        return outputs;
    }

    private static OnnxTensor tensor(OrtEnvironment environment, float[] input, long... shape) throws OrtException {
        if (!arePixels(shape)) {
            return OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape);
        }
        ByteBuffer bytes = ByteBuffer.allocateDirect(input.length);
        for (float value : input) {
            bytes.put((byte) value);
        }
        return OnnxTensor.createTensor(environment, bytes.flip(), shape, OnnxJavaType.UINT8);
    }

    /** Whether the numbers are bytes, three a pixel side by side. */
    private static boolean arePixels(long... shape) {
        return shape[3] == 3;
    }

    /** @param names of the outputs; TorchScript gives a tuple without names */
    static Map<String, float[]> torchScript(Path folder, List<String> names, float[] input, long... shape)
            throws Exception {
        List<NDArrayCopy> arrays = djl("PyTorch", folder, "model", input, shape);
        Map<String, float[]> outputs = new LinkedHashMap<>();
        for (int i = 0; i < arrays.size(); i++) {
            outputs.put(names.get(i), arrays.get(i).values());
        }
        return outputs;
    }

    static Map<String, float[]> savedModel(Path folder, float[] input, long... shape) throws Exception {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        djl("TensorFlow", folder, "saved_model", input, shape)
                .forEach(array -> outputs.put(array.name(), array.values()));
        return outputs;
    }

    private record NDArrayCopy(String name, float[] values) {}

    private static List<NDArrayCopy> djl(String engine, Path folder, String name, float[] input, long... shape)
            throws Exception {
        try (Model model = Model.newInstance(name, engine)) {
            model.load(folder, name);
            try (Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
                    NDManager manager = model.getNDManager().newSubManager()) {
                NDArray numbers = manager.create(input, new Shape(shape));
                NDArray array = arePixels(shape) ? numbers.toType(DataType.UINT8, false) : numbers;
                array.setName(Network.INPUT);
                try (NDList results = predictor.predict(new NDList(array))) {
                    return results.stream()
                            .map(r -> new NDArrayCopy(String.valueOf(r.getName()), r.toFloatArray()))
                            .toList();
                }
            }
        }
    }
}
