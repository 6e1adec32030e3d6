package io.emotion4j.testkit;

import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A classifier of gray 4x4 pictures: a logit is four times the mean of a row. */
final class BrightRows implements InferenceSession {

    private static final int PIXELS = 16;
    private static final int LABELS = 3;

    private final NetworkSpec model;
    private final Fault fault;
    private final FloatBuffer shared = FloatBuffer.allocate(1 << 12);
    private volatile Tensor last;

    BrightRows(NetworkSpec model, Fault fault) {
        this.model = model;
        this.fault = fault;
        this.last = Tensor.of(FloatBuffer.allocate(0), 0);
    }

    @Override
    public List<Tensor> run(Tensor given) throws InterruptedException {
        Tensor input = given;
        if (fault == Fault.MIXES_UP_THREADS) {
            last = input;
            Thread.sleep(1);
            input = last;
        }
        if (!Arrays.equals(Arrays.copyOfRange(input.shape(), 1, 4), new long[] {1, 4, 4})) {
            if (fault == Fault.DIES_OF_A_BAD_INPUT) {
                last = input;
            }
            throw new IllegalArgumentException("expected [N, 1, 4, 4], found " + input);
        }
        if (fault == Fault.DIES_OF_A_BAD_INPUT && last.shape().length == 4) {
            throw new IllegalStateException("dead");
        }
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        outputs.put("logits", logits(input));
        if (fault != Fault.FORGETS_AN_OUTPUT) {
            outputs.put("spare", Tensor.of(FloatBuffer.allocate((int) input.shape()[0]), input.shape()[0], 1));
        }
        for (String name : model.outputs()) {
            if (fault != Fault.FORGETS_AN_OUTPUT && !outputs.containsKey(name)) {
                throw new IllegalArgumentException("no output " + name);
            }
        }
        return List.copyOf(outputs.values());
    }

    private Tensor logits(Tensor input) {
        int batch = (int) input.shape()[0];
        FloatBuffer pixels = input.floats();
        FloatBuffer logits = fault == Fault.SHARES_ITS_OUTPUTS
                ? shared.slice(0, batch * LABELS)
                : FloatBuffer.allocate(batch * LABELS);
        for (int i = 0; i < batch; i++) {
            int picture = fault == Fault.TURNS_BATCHES_ROUND ? batch - 1 - i : i;
            for (int row = 0; row < LABELS; row++) {
                float sum = 0;
                for (int column = 0; column < 4; column++) {
                    sum += pixels.get(picture * PIXELS + row * 4 + column);
                }
                logits.put(i * LABELS + row, sum);
            }
        }
        if (fault == Fault.WRITES_TO_ITS_INPUT) {
            pixels.put(0, 0.12345f);
        }
        return Tensor.of(logits, batch, LABELS);
    }

    @Override
    public void close() {}
}
