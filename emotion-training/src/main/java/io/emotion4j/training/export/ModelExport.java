package io.emotion4j.training.export;

import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.TorchScriptWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a model folder: the network in every format, its golden vectors, card and descriptors. The same input gives the same bytes. */
final class ModelExport {

    /** Largest difference from the golden outputs that a user's machine may show. */
    private static final float TOLERANCE = 1e-3f;

    private ModelExport() {}

    /**
     * Writes the folder.
     *
     * @param drafts of the descriptors, by what comes between "model" and ".json" in their files' names
     * @param card the card's text
     */
    static void write(Network network, Map<String, Draft> drafts, String card, Path folder) throws IOException {
        ExportFolder files = new ExportFolder(folder);
        Map<String, ModelFile> weights = new LinkedHashMap<>();
        weights.put("onnx", files.put("model.onnx", bytes(OnnxWriter::write, network)));
        weights.put("torchscript", files.put("model.pt", bytes(TorchScriptWriter::write, network)));
        weights.put("savedmodel", files.put("saved_model.pb", bytes(SavedModelWriter::write, network)));
        ModelFile cardFile = files.put("card.md", card.getBytes(StandardCharsets.UTF_8));
        Draft first = drafts.values().iterator().next();
        GoldenVectors vectors = GoldenVectors.of(network, first.descriptor().input());
        GoldenSpec golden = new GoldenSpec(
                files.put("golden.f32", vectors.bytes()), vectors.inputShape(), vectors.outputShapes(), TOLERANCE);
        for (Map.Entry<String, Draft> entry : drafts.entrySet()) {
            String suffix = entry.getKey();
            Evaluation evaluation = entry.getValue().evaluation();
            ModelDescriptor descriptor = entry.getValue().descriptor().toBuilder()
                    .files(weights)
                    .golden(golden)
                    .card(cardFile)
                    .evaluation(
                            evaluation == null ? null : files.put("evaluation" + suffix + ".json", evaluation.bytes()))
                    .build();
            files.put("model" + suffix + ".json", descriptor.toJson().getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * What a descriptor will say.
     *
     * @param descriptor without files, golden, card and evaluation
     * @param evaluation or null where there is none
     */
    record Draft(ModelDescriptor descriptor, @Nullable Evaluation evaluation) {}

    /** What every card says: the notes, and the size of the network for an input of the given sides. */
    static Map<String, String> cardValues(ModelNotes notes, Network network, int height, int width) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", notes.id());
        values.put("version", notes.version());
        values.put("license", notes.license());
        values.put("trainingData", notes.origin().trainingData());
        values.put("source", notes.origin().source());
        values.put("command", notes.origin().command());
        values.put("seed", Long.toString(notes.origin().seed()));
        values.put("parameters", String.format(Locale.ROOT, "%,d", network.parameterCount()));
        values.put(
                "multiplyAdds", String.format(Locale.ROOT, "%.1f million", network.multiplyAdds(height, width) / 1e6));
        values.put("figures", figures(notes.metrics()));
        return values;
    }

    /** A card's table of figures. */
    static String figures(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "| %s | %.4f |", e.getKey(), e.getValue()))
                .collect(Collectors.joining("\n", "| figure | value |\n|---|---|\n", ""));
    }

    private interface Format {
        void write(Network network, OutputStream out) throws IOException;
    }

    private static byte[] bytes(Format format, Network network) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(network, out);
        return out.toByteArray();
    }
}
