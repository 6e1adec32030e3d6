package io.emotion4j.cli.training;

import io.emotion4j.cli.DataCommand;
import io.emotion4j.evaluation.data.FaceData;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.evaluation.data.Part;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ModelTask;
import io.emotion4j.training.classifier.ActivationRanges;
import io.emotion4j.training.classifier.FaceSize;
import io.emotion4j.training.classifier.TrainedClassifier;
import io.emotion4j.training.export.Evaluation;
import io.emotion4j.training.export.OnnxWeights;
import io.emotion4j.training.export.QuantizedExport;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Quantization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "quantize-classifier",
        description = "Writes an exported classifier once more, in 8-bit whole numbers: ONNX, descriptor, card.",
        showDefaultValues = true)
@SuppressWarnings("NullAway.Init")
final class QuantizeClassifierCommand extends DataCommand {

    @Option(
            names = {"--classifier-model", "--model"},
            required = true,
            paramLabel = "MODEL",
            description =
                    "what export-classifier wrote: its folder, one of its descriptors, or the id of a shipped one")
    private String model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description =
                    "faces such as it was trained on, as train-classifier takes them; those to learn from are used")
    private Path data;

    @Option(
            names = "--faces",
            defaultValue = "512",
            paramLabel = "N",
            description = "how many faces, evenly spread over the data, measure the ranges of the values")
    private int faces;

    @Option(names = "--out", required = true, description = "folder to write to; that of the model, for instance")
    private Path out;

    @Option(names = "--metrics", description = "JSON object of numbers: the figures of descriptor and card")
    private @Nullable Path metrics;

    @Option(
            names = "--evaluation",
            paramLabel = "FILE",
            description = "what evaluate-classifier printed of the quantised model with --format json")
    private @Nullable Path evaluation;

    @Override
    protected void run() throws IOException {
        if (faces < 1) {
            throw new IOException("--faces takes 1 or more, found " + faces);
        }
        Model original = Model.named(model);
        ModelFile weights = original.descriptor().files().get("onnx");
        if (weights == null || original.descriptor().task() != ModelTask.EMOTION_CLASSIFICATION) {
            throw new IOException("--classifier-model " + model + " is "
                    + original.descriptor().task().key() + " in "
                    + original.descriptor().files().keySet()
                    + "; expected a classifier in onnx, as export-classifier writes it");
        }
        Network network = TrainedClassifier.exported(OnnxWeights.read(original.read(weights), weights.path()), model);
        List<LabelledFace> shown =
                FaceSize.ofInput(spread(FaceData.readParts(data, null).getOrDefault(Part.TRAIN, List.of())));
        if (shown.isEmpty()) {
            throw new IOException("--data " + data + " has no faces of the part train; expected some to measure with");
        }
        QuantizedExport.write(
                original,
                Quantization.quantize(network, ActivationRanges.of(network, shown)),
                shown.size(),
                Figures.read(metrics),
                evaluation == null ? null : Evaluation.read(evaluation, ModelTask.EMOTION_CLASSIFICATION),
                out);
    }

    private List<LabelledFace> spread(List<LabelledFace> all) {
        if (all.size() <= faces) {
            return all;
        }
        List<LabelledFace> some = new ArrayList<>(faces);
        for (int i = 0; i < faces; i++) {
            some.add(all.get((int) ((long) i * all.size() / faces)));
        }
        return some;
    }
}
