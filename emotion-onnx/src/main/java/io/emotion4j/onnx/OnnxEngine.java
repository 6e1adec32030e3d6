package io.emotion4j.onnx;

import ai.onnxruntime.OrtException;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;

/**
 * Runs networks on ONNX Runtime. Thread-safe.
 *
 * @since 0.1.0
 */
public final class OnnxEngine implements Engine {

    /** For {@link java.util.ServiceLoader}. */
    public OnnxEngine() {}

    @Override
    public String name() {
        return OnnxRuntime.NAME;
    }

    @Override
    public String format() {
        return OnnxRuntime.FORMAT;
    }

    @Override
    public int priority() {
        return OnnxRuntime.PRIORITY;
    }

    @Override
    public Availability availability() {
        return OnnxRuntime.availability();
    }

    @Override
    public InferenceSession open(NetworkSpec network, byte[] weights, EngineOptions options) throws OrtException {
        return OnnxSession.open(network, weights, options);
    }
}
