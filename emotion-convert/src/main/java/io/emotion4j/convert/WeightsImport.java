package io.emotion4j.convert;

import io.emotion4j.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads networks as Keras and TensorFlow save them: a file {@code .h5} or {@code .keras}, which becomes ONNX, the folder of a
 * SavedModel with its variables, which becomes one frozen {@code saved_model.pb}, or a {@code model.json} of TensorFlow.js with its
 * shards, which becomes one or the other. No Python, no Keras is needed; a SavedModel needs
 * TensorFlow's native library, as the engine "tensorflow" of emotion-djl does.
 *
 * @since 0.1.0
 */
public final class WeightsImport {

    private WeightsImport() {}

    /**
     * Reads the weights.
     *
     * @param weights a file of Keras's, the folder of a SavedModel, or a {@code model.json} of TensorFlow.js or the folder of it
     * @param architecture of a Keras file that has weights alone: what {@code model.to_json()} gave; null otherwise
     * @return the same network in a form that an engine reads
     * @throws ModelLoadException if it is none of these, is damaged, or has a layer that is not known; the message names all such
     * @throws IOException if a file cannot be read
     */
    public static ImportedWeights of(Path weights, @Nullable Path architecture) throws IOException {
        if (Files.isDirectory(weights)) {
            if (architecture != null) {
                throw new ModelLoadException(
                        "An architecture goes with a Keras file of weights alone, found the folder " + weights
                                + "; leave it out");
            }
            Path web = weights.resolve(WebImport.NAME);
            return WebImport.isWeb(web) ? WebImport.of(web) : SavedModelFreezing.of(weights);
        }
        if (!Files.isRegularFile(weights)) {
            throw new ModelLoadException("No weights at " + weights
                    + ": expected a .h5 or .keras file, or the folder of a SavedModel, found nothing there");
        }
        return architecture == null && WebImport.isWeb(weights)
                ? WebImport.of(weights)
                : KerasImport.of(weights, architecture);
    }
}
