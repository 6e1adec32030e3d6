package io.emotion4j.internal.session;

import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A network of one line: its three logits are -b, 0 and b, where b is the mean of a face's pixels. */
final class BrightnessSession extends TestEngine implements InferenceSession {

    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger runs = new AtomicInteger();
    int labels = 3;
    float factor = 1;
    int mostFaces = Integer.MAX_VALUE;

    @Override
    InferenceSession session() {
        return this;
    }

    @Override
    public List<Tensor> run(Tensor input) {
        runs.incrementAndGet();
        int batch = (int) input.shape()[0];
        if (batch > mostFaces) {
            throw new IllegalArgumentException("takes " + mostFaces);
        }
        FloatBuffer pixels = input.floats();
        int size = pixels.remaining() / batch;
        FloatBuffer logits = FloatBuffer.allocate(batch * labels);
        for (int i = 0; i < batch; i++) {
            float sum = 0;
            for (int p = 0; p < size; p++) {
                sum += pixels.get();
            }
            float mean = sum / size;
            for (int label = 0; label < labels; label++) {
                logits.put((label - 1) * mean * factor);
            }
        }
        return List.of(Tensor.of(logits.flip(), batch, labels));
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
