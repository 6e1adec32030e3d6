package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Quantization;
import io.emotion4j.training.network.Quantization.Range;
import io.emotion4j.training.torch.NetworkRunner;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures which numbers flow between a classifier's layers, for {@link Quantization}.
 *
 * @since 0.1.0
 */
public final class ActivationRanges {

    private static final int BATCH = 32;

    private ActivationRanges() {}

    /**
     * Shows faces to the network.
     *
     * @param network batch normalisation folded
     * @param faces of 48x48 pixels, such as the network was trained on
     * @return by value the least and the greatest number
     * @throws IOException when the engine cannot run the network
     */
    public static Map<String, Range> of(Network network, List<LabelledFace> faces) throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        Quantization.values(network).forEach(value -> outputs.put(value, value));
        Network probe = new Network(network.input(), network.nodes(), outputs, network.weights());
        Map<String, Range> ranges = new HashMap<>();
        try (NetworkRunner runner = new NetworkRunner(probe)) {
            for (int from = 0; from < faces.size(); from += BATCH) {
                List<LabelledFace> batch = faces.subList(from, Math.min(from + BATCH, faces.size()));
                List<float[]> values =
                        runner.run(PlainFaces.of(batch, false), batch.size(), 1, PlainFaces.SIDE, PlainFaces.SIDE);
                int index = 0;
                for (String name : outputs.keySet()) {
                    ranges.merge(name, range(values.get(index++)), ActivationRanges::both);
                }
            }
        }
        return ranges;
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
}
