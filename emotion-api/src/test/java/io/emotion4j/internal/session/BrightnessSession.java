package io.emotion4j.internal.session;

import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A network of one line: its three logits are -b, 0 and b, where b is the mean of a face's pixels. */
final class BrightnessSession implements InferenceSession {

    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger runs = new AtomicInteger();
    int labels = 3;
    int mostFaces = Integer.MAX_VALUE;

    InferenceSession open(ModelDescriptor model, byte[] weights, EngineOptions options) {
        return this;
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        runs.incrementAndGet();
        Tensor input = inputs.get("input");
        int batch = (int) input.shape()[0];
        if (batch > mostFaces) {
            throw new IllegalArgumentException("takes " + mostFaces);
        }
        FloatBuffer pixels = input.data();
        int size = pixels.remaining() / batch;
        FloatBuffer logits = FloatBuffer.allocate(batch * labels);
        for (int i = 0; i < batch; i++) {
            float sum = 0;
            for (int p = 0; p < size; p++) {
                sum += pixels.get();
            }
            float mean = sum / size;
            for (int label = 0; label < labels; label++) {
                logits.put((label - 1) * mean);
            }
        }
        return Map.of("logits", Tensor.of(logits.flip(), batch, labels));
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
