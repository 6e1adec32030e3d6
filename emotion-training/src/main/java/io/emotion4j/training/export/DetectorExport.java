package io.emotion4j.training.export;

import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;
import io.emotion4j.model.ThresholdSpec;
import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.PointwiseFusion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a trained detector as a model folder.
 *
 * @since 0.1.0
 */
public final class DetectorExport {

    /** Side of the picture for which the card says the multiply-adds. */
    private static final int CARD_SIDE = 640;

    private DetectorExport() {}

    /**
     * Writes the folder.
     *
     * @param network with YuNet's outputs, trained
     * @param input how a picture becomes the network's input
     * @param thresholds the detector's defaults
     * @throws IllegalArgumentException when the network's outputs are not YuNet's
     */
    public static void write(Network network, InputSpec input, ThresholdSpec thresholds, ModelNotes notes, Path folder)
            throws IOException {
        for (String kind : List.of("cls", "obj", "bbox", "kps")) {
            for (int stride : new int[] {8, 16, 32}) {
                if (!network.outputs().containsKey(kind + "_" + stride)) {
                    throw new IllegalArgumentException("A detector of architecture 'yunet' gives '" + kind + "_"
                            + stride + "'; this network gives "
                            + network.outputs().keySet());
                }
            }
        }
        Network folded = PointwiseFusion.fuse(BatchNormFolding.fold(network));
        Map<String, String> card = ModelExport.cardValues(notes, folded, CARD_SIDE, CARD_SIDE);
        card.put("scoreThreshold", String.format(Locale.ROOT, "%.2f", thresholds.minConfidence()));
        card.put("nmsThreshold", String.format(Locale.ROOT, "%.2f", thresholds.maxOverlap()));
        ModelDescriptor descriptor = notes.describe(ModelTask.FACE_DETECTION, "yunet", "")
                .input(input)
                .outputs(List.copyOf(folded.outputs().keySet()))
                .thresholds(thresholds)
                .build();
        ModelExport.write(
                folded,
                Map.of("", new ModelExport.Draft(descriptor, notes.evaluations().get(""))),
                ModelCard.fill("detector-card.md", card),
                folder);
    }
}
