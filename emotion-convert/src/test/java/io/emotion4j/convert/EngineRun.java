package io.emotion4j.convert;

import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import io.emotion4j.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.ServiceLoader;

/** Runs a frozen graph on the engine, which refuses networks that have weights outside their file. */
final class EngineRun {

    private EngineRun() {}

    static float[] of(byte[] file, InputSpec input, String output, float[] numbers, long... shape) throws Exception {
        Engine engine = ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals("tensorflow"))
                .findFirst()
                .orElseThrow();
        NetworkSpec network =
                NetworkSpec.of(ModelDescriptor.builder("m", ModelTask.EMOTION_CLASSIFICATION, "softmax-classifier")
                        .input(input)
                        .outputs(List.of(output))
                        .build());
        FloatBuffer pixels = ByteBuffer.allocateDirect(numbers.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .put(numbers)
                .flip();
        try (InferenceSession session = engine.open(network, file, EngineOptions.defaults())) {
            FloatBuffer values = session.run(Tensor.of(pixels, shape)).get(0).floats();
            float[] copy = new float[values.remaining()];
            values.get(copy);
            return copy;
        }
    }
}
