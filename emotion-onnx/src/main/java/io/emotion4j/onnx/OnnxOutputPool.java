package io.emotion4j.onnx;

import io.emotion4j.spi.ElementType;
import io.emotion4j.spi.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Memory for the outputs of a session. Which shapes they have is seen at the first run on an input of a shape; from the second on
 * nothing is allocated. A network whose outputs' shapes depend on more than the input's goes on with new memory each time.
 * Thread-safe, lock-free.
 */
final class OnnxOutputPool {

    /** Shapes of inputs that are remembered; detectors get pictures of all sizes. */
    private static final int MOST_SHAPES = 256;

    private final Map<List<Long>, List<long[]>> shapes = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<@Nullable OnnxOutputs> spare =
            new AtomicReferenceArray<>(Runtime.getRuntime().availableProcessors());
    private volatile boolean fixed = true;

    /** {@return outputs to be written into; null where their shapes are not known} */
    @Nullable
    OnnxOutputs take(long[] input) {
        List<long[]> known = fixed ? shapes.get(key(input)) : null;
        return known == null ? null : OnnxOutputs.of(known, spare());
    }

    private @Nullable OnnxOutputs spare() {
        for (int i = 0; i < spare.length(); i++) {
            OnnxOutputs outputs = spare.getAndSet(i, null);
            if (outputs != null) {
                return outputs;
            }
        }
        return null;
    }

    /** Remembers what a run on an input of this shape gave. */
    void learn(long[] input, List<Tensor> outputs) {
        if (!fixed || shapes.size() >= MOST_SHAPES) {
            return;
        }
        List<long[]> found = new ArrayList<>();
        for (Tensor output : outputs) {
            if (output.type() != ElementType.FLOAT32) {
                return;
            }
            found.add(output.shape());
        }
        shapes.put(key(input), found);
    }

    /** The shapes turned out to be others. */
    void forget() {
        fixed = false;
        shapes.clear();
    }

    void give(OnnxOutputs outputs) {
        for (int i = 0; i < spare.length(); i++) {
            if (spare.compareAndSet(i, null, outputs)) {
                return;
            }
        }
    }

    private static List<Long> key(long[] shape) {
        return Arrays.stream(shape).boxed().toList();
    }
}
