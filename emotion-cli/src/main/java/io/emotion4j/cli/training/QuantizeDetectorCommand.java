package io.emotion4j.cli.training;

import io.emotion4j.cli.DataCommand;
import io.emotion4j.cli.EvenlySpread;
import io.emotion4j.evaluation.data.PictureFolder;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import io.emotion4j.training.detector.DetectorInput;
import io.emotion4j.training.detector.PictureRanges;
import io.emotion4j.training.detector.TrainedDetector;
import io.emotion4j.training.export.DetectorExport;
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
        name = "quantize-detector",
        description = "Writes an exported detector once more, in 8-bit whole numbers: ONNX, descriptor, card.",
        showDefaultValues = true)
@SuppressWarnings("NullAway.Init")
final class QuantizeDetectorCommand extends DataCommand {

    @Mixin
    private QuantizeOptions options;

    @Option(
            names = {"--detector-model", "--model"},
            required = true,
            paramLabel = "MODEL",
            description = "what export-detector wrote: its folder or descriptor, or the id of a shipped one")
    private String model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FOLDER",
            description = "pictures such as it was trained on, at any depth")
    private Path data;

    @Option(
            names = "--pictures",
            defaultValue = "96",
            paramLabel = "N",
            description = "how many, evenly spread over the data, measure the ranges of the values")
    private int pictures;

    @Override
    protected void run() throws IOException {
        if (pictures < 1) {
            throw new IOException("--pictures takes 1 or more, found " + pictures);
        }
        Model original = Model.named(model);
        Map<String, float[]> weights =
                QuantizeOptions.weights("--detector-model " + model, original, ModelTask.FACE_DETECTION);
        Network network = DetectorExport.onPixels(TrainedDetector.exported(weights, model), DetectorInput.SPEC);
        List<Path> shown = EvenlySpread.of(PictureFolder.files(data), pictures);
        options.write(
                original,
                Quantization.quantize(network, PictureRanges.of(network, shown)),
                String.format(Locale.ROOT, "%,d pictures", shown.size()));
    }
}
