package io.emotion4j.djl;

import io.emotion4j.spi.Availability;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import java.io.IOException;

/**
 * Runs networks on TensorFlow. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TensorFlowEngine implements Engine {

    /** For {@link java.util.ServiceLoader}. */
    public TensorFlowEngine() {}

    @Override
    public String name() {
        return TensorFlow.NAME;
    }

    @Override
    public String format() {
        return TensorFlow.FORMAT;
    }

    @Override
    public int priority() {
        return TensorFlow.PRIORITY;
    }

    @Override
    public Availability availability() {
        return TensorFlow.availability();
    }

    @Override
    public InferenceSession open(NetworkSpec network, byte[] weights, EngineOptions options) throws IOException {
        return TensorFlowSession.open(network, weights, options);
    }
}
