package io.emotion4j.training.export;

import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ModelTask;
import io.emotion4j.training.network.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the quantised form of a model beside it, in ONNX alone: {@code model-int8.onnx}, and a descriptor {@code model-int8.json} whose
 * id ends in {@code -int8}. The same input gives the same bytes.
 *
 * @since 0.1.0
 */
public final class QuantizedExport {

    private static final String SUFFIX = "-int8";

    /**
     * Processors round a few values in a thousand to the neighbouring level. That moves logits by hundredths, and a detector's boxes, on the noise of a golden
     * input, by up to a third of a stride.
     */
    private static final Map<ModelTask, Float> TOLERANCE =
            Map.of(ModelTask.EMOTION_CLASSIFICATION, 0.2f, ModelTask.FACE_DETECTION, 0.5f);

    private QuantizedExport() {}

    /**
     * Writes the files.
     *
     * @param original the model that was quantised
     * @param network its network, quantised
     * @param shown what was shown to it to measure the ranges, such as "512 faces"
     * @param metrics figures of the quantised model by name
     * @param evaluation of it, or null
     * @param folder for instance that of the original
     */
    public static void write(
            Model original,
            Network network,
            String shown,
            Map<String, Double> metrics,
            @Nullable Evaluation evaluation,
            Path folder)
            throws IOException {
        ModelDescriptor from = original.descriptor();
        String suffix = variant(original) + SUFFIX;
        ExportFolder files = new ExportFolder(folder);
        ByteArrayOutputStream onnx = new ByteArrayOutputStream();
        OnnxWriter.write(network, onnx);
        GoldenVectors vectors = GoldenVectors.of(network, from.input());
        ModelDescriptor descriptor = from.toBuilder()
                .id(from.id() + SUFFIX)
                .files(Map.of("onnx", files.put("model" + suffix + ".onnx", onnx.toByteArray())))
                .golden(new GoldenSpec(
                        files.put("golden" + suffix + ".f32", vectors.bytes()),
                        vectors.inputShape(),
                        vectors.outputShapes(),
                        Objects.requireNonNull(TOLERANCE.get(from.task()))))
                .card(files.put("card" + suffix + ".md", card(original, shown, metrics)))
                .evaluation(evaluation == null ? null : files.put("evaluation" + suffix + ".json", evaluation.bytes()))
                .metrics(metrics)
                .build();
        files.put("model" + suffix + ".json", descriptor.toJson().getBytes(StandardCharsets.UTF_8));
    }

    /** {@return what stands between "model" and ".json" in the name of the original's descriptor} */
    private static String variant(Model original) {
        String location = original.location().replace('\\', '/');
        String name = location.substring(location.lastIndexOf('/') + 1).replaceFirst("[.]json$", "");
        return name.startsWith("model") ? name.substring("model".length()) : "-" + name;
    }

    private static byte[] card(Model original, String shown, Map<String, Double> metrics) throws IOException {
        ModelFile card = original.descriptor().card();
        String text = ModelCard.fill(
                "quantized-card.md",
                Map.of(
                        "id", original.descriptor().id(),
                        "version", original.descriptor().version(),
                        "shown", shown,
                        "figures", ModelExport.figures(metrics)));
        String rest = card == null ? "" : "\n" + new String(original.read(card), StandardCharsets.UTF_8);
        return (text + rest).getBytes(StandardCharsets.UTF_8);
    }
}
