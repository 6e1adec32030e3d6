package io.emotion4j.internal.session;

import io.emotion4j.spi.Availability;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import org.jspecify.annotations.Nullable;

/** An engine with one session, which takes any weights, or fails. */
abstract class TestEngine implements Engine {

    String format = "onnx";

    @Nullable
    Exception failure;

    abstract InferenceSession session();

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Availability availability() {
        return Availability.yes("test 1");
    }

    @Override
    public InferenceSession open(NetworkSpec network, byte[] weights, EngineOptions options) throws Exception {
        if (failure != null) {
            throw failure;
        }
        return session();
    }
}
