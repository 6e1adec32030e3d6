package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Quantization.Range;
import io.emotion4j.training.torch.ActivationRanges;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Measures which numbers flow between a classifier's layers.
 *
 * @since 0.1.0
 */
public final class FaceRanges {

    private static final int BATCH = 32;

    private FaceRanges() {}

    /**
     * Shows faces to the network.
     *
     * @param network batch normalisation folded
     * @param faces of 48x48 pixels, such as the network was trained on
     * @return by value the least and the greatest number
     * @throws IOException when the engine cannot run the network
     */
    public static Map<String, Range> of(Network network, List<LabelledFace> faces) throws IOException {
        try (ActivationRanges ranges = new ActivationRanges(network)) {
            for (int from = 0; from < faces.size(); from += BATCH) {
                List<LabelledFace> batch = faces.subList(from, Math.min(from + BATCH, faces.size()));
                ranges.show(PlainFaces.of(batch, false), batch.size(), 1, PlainFaces.SIDE, PlainFaces.SIDE);
            }
            return ranges.ranges();
        }
    }
}
