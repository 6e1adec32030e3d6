package io.emotion4j.training.detector;

import io.emotion4j.training.export.DetectorExport;
import io.emotion4j.training.network.Network;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * Reads an exported detector, whatever its preset.
 *
 * @since 0.1.0
 */
public final class TrainedDetector {

    private TrainedDetector() {}

    /**
     * Reads it in the {@link DetectorExport#form} in which it was written, but for its input, which is of floats.
     *
     * @param weights by their names in the model
     * @param place for the message
     * @return the network with these weights
     * @throws IOException when none of the presets has such weights
     */
    public static Network exported(Map<String, float[]> weights, String place) throws IOException {
        for (DetectorPreset preset : DetectorPreset.values()) {
            try {
                return DetectorExport.form(preset.forInference(preset.forTraining(0)))
                        .withWeights(weights);
            } catch (IllegalArgumentException e) {
                // Another preset's.
            }
        }
        throw new IOException(
                place + " is a detector of none of the presets " + Arrays.toString(DetectorPreset.values()));
    }
}
