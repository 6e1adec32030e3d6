package io.emotion4j.training.torch;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Quantization;
import io.emotion4j.training.network.Quantization.Range;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures which numbers flow between a network's layers, for {@link Quantization}. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ActivationRanges implements AutoCloseable {

    private final List<String> values;
    private final NetworkRunner runner;
    private final Map<String, Range> ranges = new HashMap<>();

    /**
     * Opens the network.
     *
     * @param network batch normalisation folded
     * @throws IOException when the engine cannot run it
     */
    public ActivationRanges(Network network) throws IOException {
        values = Quantization.values(network);
        Map<String, String> outputs = new LinkedHashMap<>();
        values.forEach(value -> outputs.put(value, value));
        runner = new NetworkRunner(new Network(network.input(), network.nodes(), outputs, network.weights()));
    }

    /** Shows the network an input such as it will see, row-major. */
    public void show(float[] input, long... shape) {
        List<float[]> found = runner.run(input, shape);
        for (int i = 0; i < found.size(); i++) {
            ranges.merge(values.get(i), range(found.get(i)), ActivationRanges::both);
        }
    }

    /** {@return by value the least and the greatest number so far} */
    public Map<String, Range> ranges() {
        return Map.copyOf(ranges);
    }

    private static Range range(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new Range(least, most);
    }

    private static Range both(Range a, Range b) {
        return new Range(Math.min(a.least(), b.least()), Math.max(a.most(), b.most()));
    }

    @Override
    public void close() {
        runner.close();
    }
}
