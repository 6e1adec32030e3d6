package io.emotion4j.training.cli;

import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.export.OnnxWeights;
import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Reads a trained classifier, whatever its preset. */
final class Teacher {

    private Teacher() {}

    /**
     * Reads it.
     *
     * @param place an exported model.onnx, or what {@link TrainedNetwork#read} reads
     * @throws IOException when there is none, or none of the presets has such weights
     */
    static Network read(Path place) throws IOException {
        boolean exported = isExported(place);
        Map<String, float[]> weights = exported ? OnnxWeights.read(place) : Map.of();
        Path file = exported ? place : TrainedNetwork.find(place);
        for (ClassifierPreset preset : ClassifierPreset.values()) {
            Network network = preset.build(0, 0);
            try {
                return exported
                        ? BatchNormFolding.fold(network).withWeights(weights)
                        : TrainedNetwork.read(network, file);
            } catch (IllegalArgumentException e) {
                // Another preset's.
            } catch (IOException e) {
                if (!(e.getCause() instanceof IllegalArgumentException)) {
                    throw e;
                }
            }
        }
        throw new IOException("The teacher " + place + " is a classifier of none of the presets "
                + Arrays.toString(ClassifierPreset.values()));
    }

    /** {@return the file whose content says what the teacher is} */
    static Path file(Path place) throws IOException {
        return isExported(place) ? place : TrainedNetwork.find(place);
    }

    private static boolean isExported(Path place) {
        return place.toString().endsWith(".onnx");
    }
}
