package io.emotion4j.cli.training;

import io.emotion4j.cli.DataCommand;
import io.emotion4j.cli.EvenlySpread;
import io.emotion4j.evaluation.data.FaceData;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.evaluation.data.Part;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import io.emotion4j.training.classifier.FaceRanges;
import io.emotion4j.training.classifier.FaceSize;
import io.emotion4j.training.classifier.TrainedClassifier;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Quantization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "quantize-classifier",
        description = "Writes an exported classifier once more, in 8-bit whole numbers: ONNX, descriptor, card.",
        showDefaultValues = true)
@SuppressWarnings("NullAway.Init")
final class QuantizeClassifierCommand extends DataCommand {

    @Mixin
    private QuantizeOptions options;

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

    @Override
    protected void run() throws IOException {
        if (faces < 1) {
            throw new IOException("--faces takes 1 or more, found " + faces);
        }
        Model original = Model.named(model);
        Map<String, float[]> weights =
                QuantizeOptions.weights("--classifier-model " + model, original, ModelTask.EMOTION_CLASSIFICATION);
        Network network = TrainedClassifier.exported(weights, model);
        List<LabelledFace> shown = FaceSize.ofInput(
                EvenlySpread.of(FaceData.readParts(data, null).getOrDefault(Part.TRAIN, List.of()), faces));
        if (shown.isEmpty()) {
            throw new IOException("--data " + data + " has no faces of the part train; expected some to measure with");
        }
        options.write(
                original,
                Quantization.quantize(network, FaceRanges.of(network, shown)),
                String.format(Locale.ROOT, "%,d faces", shown.size()));
    }
}
