package io.emotion4j.djl;

import io.emotion4j.spi.Availability;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import java.io.IOException;

/**
 * Runs networks on PyTorch. Thread-safe.
 *
 * @since 0.1.0
 */
public final class PyTorchEngine implements Engine {

    /** For {@link java.util.ServiceLoader}. */
    public PyTorchEngine() {}

    @Override
    public String name() {
        return PyTorch.NAME;
    }

    @Override
    public String format() {
        return PyTorch.FORMAT;
    }

    @Override
    public int priority() {
        return PyTorch.PRIORITY;
    }

    @Override
    public Availability availability() {
        return PyTorch.availability();
    }

    @Override
    public InferenceSession open(NetworkSpec network, byte[] weights, EngineOptions options) throws IOException {
        return PyTorchSession.open(network, weights, options);
    }
}
