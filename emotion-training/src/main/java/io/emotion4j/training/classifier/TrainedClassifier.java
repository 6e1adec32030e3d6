package io.emotion4j.training.classifier;

import io.emotion4j.training.export.OnnxWeights;
import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.NarrowerNetwork;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Reads a trained classifier, whatever its preset: a teacher, or one that is to be quantised.
 *
 * @since 0.1.0
 */
public final class TrainedClassifier {

    private TrainedClassifier() {}

    /**
     * Reads it.
     *
     * @param place an exported model.onnx, or what {@link TrainedNetwork#read} reads
     * @return the network with its weights
     * @throws IOException when there is none, or none of the presets has such weights
     */
    public static Network read(Path place) throws IOException {
        if (isExported(place)) {
            return exported(OnnxWeights.read(place), place.toString());
        }
        Path file = TrainedNetwork.find(place);
        for (ClassifierPreset preset : ClassifierPreset.values()) {
            try {
                return TrainedNetwork.read(preset.build(0, 0), file);
            } catch (IOException e) {
                if (!(e.getCause() instanceof IllegalArgumentException)) {
                    throw e;
                }
                // Another preset's.
            }
        }
        throw noPreset(place.toString());
    }

    /**
     * Reads an exported one: batch normalisation is folded, the outputs are scaled.
     *
     * @param weights by their names in the model
     * @param place for the message
     * @return the network with these weights
     * @throws IOException when none of the presets has such weights
     */
    public static Network exported(Map<String, float[]> weights, String place) throws IOException {
        for (ClassifierPreset preset : ClassifierPreset.values()) {
            try {
                return NarrowerNetwork.of(BatchNormFolding.fold(preset.build(0, 0)), weights);
            } catch (IllegalArgumentException e) {
                // Another preset's.
            }
        }
        throw noPreset(place);
    }

    private static IOException noPreset(String place) {
        return new IOException(
                place + " is a classifier of none of the presets " + Arrays.toString(ClassifierPreset.values()));
    }

    /**
     * Finds the file whose content says what the classifier is.
     *
     * @param place as for {@link #read}
     * @return the file
     * @throws IOException when there is none
     */
    public static Path file(Path place) throws IOException {
        return isExported(place) ? place : TrainedNetwork.find(place);
    }

    private static boolean isExported(Path place) {
        return place.toString().endsWith(".onnx");
    }
}
