package io.emotion4j.testkit;

import io.emotion4j.spi.Availability;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine of whose answers one output holds a single number.
 *
 * @param engine gives the others
 * @param output which
 */
record ShortenedEngine(Engine engine, int output) implements Engine {

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public String format() {
        return engine.format();
    }

    @Override
    public int priority() {
        return engine.priority();
    }

    @Override
    public Availability availability() {
        return engine.availability();
    }

    @Override
    public InferenceSession open(NetworkSpec network, byte[] weights, EngineOptions options) throws Exception {
        InferenceSession session = engine.open(network, weights, options);
        return new InferenceSession() {
            @Override
            public List<Tensor> run(Tensor input) throws Exception {
                List<Tensor> outputs = new ArrayList<>(session.run(input));
                outputs.set(output, Tensor.of(FloatBuffer.allocate(1), 1));
                return outputs;
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }
}
