package io.emotion4j.cli.training;

import io.emotion4j.cli.DataCommand;
import io.emotion4j.model.ModelTask;
import io.emotion4j.model.ThresholdSpec;
import io.emotion4j.training.detector.DetectorInput;
import io.emotion4j.training.detector.DetectorPreset;
import io.emotion4j.training.detector.TrainedDetector;
import io.emotion4j.training.export.DetectorExport;
import io.emotion4j.training.export.OnnxWeights;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export-detector",
        description = "Writes a trained detector as a model folder: ONNX, TorchScript, SavedModel, descriptor, card. "
                + "--run model.onnx writes an exported one anew.",
        showDefaultValues = true)
@SuppressWarnings("NullAway.Init")
final class ExportDetectorCommand extends DataCommand {

    @Mixin
    private ExportOptions options;

    @Option(names = "--id", defaultValue = "face-pyramid", description = "the model's name")
    private String id;

    @Option(names = "--preset", defaultValue = "BASE", description = "of the run, one of ${COMPLETION-CANDIDATES}")
    private DetectorPreset preset;

    @Option(
            names = {"--min-confidence", "--score-threshold"},
            defaultValue = "0.6",
            description = "default least confidence of a face")
    private float minConfidence;

    @Option(
            names = {"--max-overlap", "--nms-threshold"},
            defaultValue = "0.3",
            description = "default most overlap (IoU) of two faces")
    private float maxOverlap;

    @Option(
            names = "--voting",
            defaultValue = "1",
            description = "IoU with a face from which on other finds help to draw it; 1: none does")
    private float voting;

    @Option(
            names = "--voters",
            defaultValue = "0",
            description =
                    "how many finds a face usually has: its confidence is then that of all of them; 0: of the surest")
    private float voters;

    @Mixin
    private MeanOptions mean = new MeanOptions();

    @Option(
            names = "--training-data",
            defaultValue = "WIDER FACE (part), facial keypoints of YouTube Faces, pictures without faces.",
            description = "what the weights were trained on")
    private String trainingData;

    @Override
    protected void run() throws IOException {
        mean.check();
        DetectorExport.write(
                network(),
                DetectorInput.SPEC,
                new ThresholdSpec(minConfidence, maxOverlap, voting, voters),
                options.notes(id, trainingData, ModelTask.FACE_DETECTION),
                options.out());
    }

    private Network network() throws IOException {
        Path run = options.run();
        Network network = run.toString().endsWith(".onnx")
                ? exported(run)
                : preset.forInference(TrainedNetwork.read(preset.forTraining(0), run));
        return mean.of(DetectorExport.form(network), ExportDetectorCommand::exported);
    }

    private static Network exported(Path onnx) throws IOException {
        return TrainedDetector.exported(OnnxWeights.read(onnx), onnx.toString());
    }
}
