package io.emotion4j.cli.training;

import io.emotion4j.model.Model;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ModelTask;
import io.emotion4j.training.export.Evaluation;
import io.emotion4j.training.export.OnnxWeights;
import io.emotion4j.training.export.QuantizedExport;
import io.emotion4j.training.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What both commands take that write a model in whole numbers. */
@SuppressWarnings("NullAway.Init")
final class QuantizeOptions {

    @Option(names = "--out", required = true, description = "folder to write to; that of the model, for instance")
    private Path out;

    @Option(names = "--metrics", description = "JSON object of numbers: the figures of descriptor and card")
    private @Nullable Path metrics;

    @Option(
            names = "--evaluation",
            paramLabel = "FILE",
            description =
                    "what evaluate-classifier or evaluate-detector printed of the quantised model with --format json")
    private @Nullable Path evaluation;

    /** @throws IOException when the model is for something else, or not in ONNX */
    static Map<String, float[]> weights(String option, Model original, ModelTask task) throws IOException {
        ModelFile weights = original.descriptor().files().get("onnx");
        ModelTask found = original.descriptor().task();
        if (weights == null || found != task) {
            String expected = task == ModelTask.FACE_DETECTION ? "detector" : "classifier";
            throw new IOException(option + " is " + found.key() + " in "
                    + original.descriptor().files().keySet() + "; expected a " + expected + " in onnx, as export-"
                    + expected + " writes it");
        }
        return OnnxWeights.read(original.read(weights), weights.path());
    }

    void write(Model original, Network quantized, String shown) throws IOException {
        QuantizedExport.write(
                original,
                quantized,
                shown,
                Figures.read(metrics),
                evaluation == null
                        ? null
                        : Evaluation.read(evaluation, original.descriptor().task()),
                out);
    }
}
