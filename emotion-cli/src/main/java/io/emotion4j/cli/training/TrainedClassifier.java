package io.emotion4j.cli.training;

import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.export.OnnxWeights;
import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Reads a trained classifier, whatever its preset: a teacher, or one that is to be quantised. */
final class TrainedClassifier {

    private TrainedClassifier() {}

    /**
     * Reads it.
     *
     * @param place an exported model.onnx, or what {@link TrainedNetwork#read} reads
     * @throws IOException when there is none, or none of the presets has such weights
     */
    static Network read(Path place) throws IOException {
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
     * @param place for the message
     * @throws IOException when none of the presets has such weights
     */
    static Network exported(Map<String, float[]> weights, String place) throws IOException {
        for (ClassifierPreset preset : ClassifierPreset.values()) {
            try {
                return BatchNormFolding.fold(preset.build(0, 0)).withWeights(weights);
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

    /** {@return the file whose content says what the classifier is} */
    static Path file(Path place) throws IOException {
        return isExported(place) ? place : TrainedNetwork.find(place);
    }

    private static boolean isExported(Path place) {
        return place.toString().endsWith(".onnx");
    }
}
