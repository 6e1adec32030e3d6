package io.emotion4j.internal.session;

import io.emotion4j.ModelLoadException;
import io.emotion4j.internal.onnx.OnnxFile;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelFile;
import java.util.HashMap;
import java.util.Map;

/** The weights of a model as engines take them: one file, in which all numbers are finite as far as that can be seen. */
public final class Weights {

    private Weights() {}

    /**
     * Reads them.
     *
     * @param model the model
     * @param file one of its weight files
     * @param format of it
     * @return the file, its data files put into it
     * @throws ModelLoadException if a file is missing or differs from the descriptor, or weights are not finite
     */
    public static byte[] read(Model model, ModelFile file, String format) {
        byte[] weights = model.read(file);
        boolean golden = model.descriptor().golden() != null;
        if (!format.equals("onnx") || (golden && file.data().isEmpty())) {
            return weights;
        }
        OnnxFile network;
        try {
            network = OnnxFile.of(weights);
        } catch (IllegalArgumentException e) {
            // The engine says what is wrong with it.
            return weights;
        }
        byte[] whole = network.dataFiles().isEmpty() ? weights : withData(model, file, network);
        if (!golden) {
            checkFinite(model, file, whole == weights ? network : OnnxFile.of(whole));
        }
        return whole;
    }

    private static byte[] withData(Model model, ModelFile file, OnnxFile network) {
        Map<String, byte[]> read = new HashMap<>();
        String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        try {
            return network.withData(name -> read.computeIfAbsent(
                    name, missing -> model.read(named(model, file, folder + name.replaceFirst("^[.]/", "")))));
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException(
                    "File " + file.path() + " of model " + model + " does not go with its data: " + e.getMessage(), e);
        }
    }

    private static ModelFile named(Model model, ModelFile file, String path) {
        return file.data().stream()
                .filter(data -> data.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new ModelLoadException("File " + file.path() + " of model " + model
                        + " has weights in " + path
                        + ", which its descriptor does not list; expected it, with its hash, in "
                        + "\"data\" of that file"));
    }

    /** ONNX Runtime makes finite answers of weights that are not: such a network would answer, and mean nothing. */
    private static void checkFinite(Model model, ModelFile file, OnnxFile network) {
        String broken = network.brokenWeight();
        if (broken != null) {
            throw new ModelLoadException("File " + file.path() + " of model " + model
                    + " holds a weight that is not a finite number: " + broken
                    + "; expected finite weights. Export the network again from a training that did not diverge");
        }
    }
}
