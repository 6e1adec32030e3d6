package io.emotion4j.internal.session;

import io.emotion4j.internal.mtcnn.StageNetwork;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.ElementType;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One of the networks of a cascade in an engine. The cascade sees to it that none runs once it is closed.
 *
 * @param session runs it
 * @param model what the cascade's descriptor says of this network
 * @param buffers for its inputs
 */
record StageSession(ModelSession session, ModelDescriptor model, BufferPool buffers)
        implements StageNetwork, AutoCloseable {

    static StageSession open(Engine engine, Model model, ModelDescriptor stage, EngineOptions options) {
        return new StageSession(ModelSession.open(engine, model, stage, options), stage, BufferPool.perProcessor());
    }

    @Override
    public <T> T run(long[] shape, Consumer<FloatBuffer> fill, Function<Map<String, Tensor>, T> reader) {
        int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        ByteBuffer buffer = buffers.take(BufferPool.floats(count));
        try {
            fill.accept(buffer.asFloatBuffer());
            return session.run(Tensor.of(ElementType.FLOAT32, buffer, shape), reader);
        } finally {
            buffers.give(buffer);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
