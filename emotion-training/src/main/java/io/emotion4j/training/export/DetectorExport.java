package io.emotion4j.training.export;

import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;
import io.emotion4j.model.TensorLayout;
import io.emotion4j.model.TensorType;
import io.emotion4j.model.ThresholdSpec;
import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.PixelInput;
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

    /** {@return the network without batch normalisation, heads of one value joined, as it is written} */
    public static Network form(Network network) {
        return PointwiseFusion.fuse(BatchNormFolding.fold(network));
    }

    /**
     * {@return the network on pixels ({@link PixelInput})}
     *
     * @param network in the {@link #form} that is written
     * @param input how a picture becomes its input; each channel alike
     */
    public static Network onPixels(Network network, InputSpec input) {
        float scale = input.scale();
        return PixelInput.of(
                network, input.mean().get(0) / scale, scale / input.std().get(0));
    }

    /**
     * Writes the folder. The network there reads pixels ({@link PixelInput}).
     *
     * @param network with YuNet's outputs, trained, or in the {@link #form} that is written
     * @param input how a picture becomes the network's input; each channel alike
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
        Network folded = form(network);
        InputSpec pixels = InputSpec.builder(input.name())
                .multipleOf(input.multipleOf())
                .enlargeTo(input.enlargeTo())
                .type(TensorType.UINT8)
                .layout(TensorLayout.NHWC)
                .channels(input.channels())
                .build();
        Map<String, String> card = ModelExport.cardValues(notes, folded, CARD_SIDE, CARD_SIDE);
        card.put("scoreThreshold", String.format(Locale.ROOT, "%.2f", thresholds.minConfidence()));
        card.put("nmsThreshold", String.format(Locale.ROOT, "%.2f", thresholds.maxOverlap()));
        card.put(
                "enlarged",
                input.enlargeTo() == 0
                        ? ""
                        : "- A picture whose longer side is less than " + input.enlargeTo()
                                + " pixels is enlarged to that: landmarks are best on faces of 75 to\n  100 pixels.\n");
        card.put(
                "voting",
                thresholds.voting() == 1
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "; from an IoU of %.2f on, overlapping\n  finds draw a face together (box voting)%s",
                                thresholds.voting(),
                                thresholds.voters() == 0
                                        ? ""
                                        : ",\n  and its confidence is that of all of them together"));
        ModelDescriptor descriptor = notes.describe(ModelTask.FACE_DETECTION, "yunet", "")
                .input(pixels)
                .outputs(List.copyOf(folded.outputs().keySet()))
                .thresholds(thresholds)
                .build();
        ModelExport.write(
                onPixels(folded, input),
                Map.of("", new ModelExport.Draft(descriptor, notes.evaluations().get(""))),
                ModelCard.fill("detector-card.md", card),
                folder);
    }
}
