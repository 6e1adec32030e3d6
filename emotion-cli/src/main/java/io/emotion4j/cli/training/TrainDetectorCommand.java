package io.emotion4j.cli.training;

import io.emotion4j.cli.DataCommand;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import io.emotion4j.evaluation.data.DetectionIndex;
import io.emotion4j.training.detector.DetectorData;
import io.emotion4j.training.detector.DetectorPreset;
import io.emotion4j.training.detector.DetectorRun;
import io.emotion4j.training.detector.DetectorTrainingOptions;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.run.Fingerprint;
import io.emotion4j.training.torch.OptimizerKind;
import io.emotion4j.training.torch.StartWeights;
import io.emotion4j.training.torch.TrainingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "train-detector",
        description = "Trains a face detector; started again on the same folder, it goes on where it stopped.",
        showDefaultValues = true)
@SuppressWarnings("NullAway.Init")
final class TrainDetectorCommand extends DataCommand {

    @Option(
            names = "--faces",
            required = true,
            paramLabel = "INDEX",
            description =
                    "JSON lines of pictures with boxes and, where there are any, landmarks5 or landmarks68; pictures in a "
                            + "folder val/ are not learnt; may be given several times")
    private List<Path> faces;

    @Option(
            names = "--validation",
            paramLabel = "INDEX",
            description =
                    "JSON lines of pictures to validate with; default: those of the first --faces in a folder val/, or every tenth")
    private @Nullable Path validation;

    @Option(
            names = "--landmarks",
            paramLabel = "INDEX",
            description =
                    "JSON lines of more pictures with landmarks, others than those of --faces; with --reference, what it "
                            + "sees takes the place of their boxes; may be given several times")
    private List<Path> landmarks = List.of();

    @Option(
            names = "--no-faces",
            paramLabel = "PATH",
            description = "pictures without faces: JSON lines, or a folder of pictures; every seventh is not learnt")
    private @Nullable Path noFaces;

    @Option(
            names = "--reference",
            paramLabel = "ONNX",
            description =
                    "the reference detector (ONNX with the outputs of YuNet or SCRFD), to learn from what it sees in every crop")
    private @Nullable Path reference;

    @Option(
            names = "--hints",
            paramLabel = "NAME",
            split = ",",
            description =
                    "values inside the reference detector, by their names in ONNX, that the network learns to guess, too: three, of "
                            + "strides 8, 16 and 32, that its heads read; or six, the first three of its pyramid")
    private List<String> hints = List.of();

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--preset", defaultValue = "BASE", description = "one of ${COMPLETION-CANDIDATES}")
    private DetectorPreset preset = DetectorPreset.BASE;

    @Option(names = "--crops", defaultValue = "3200", description = "crops an epoch")
    private int crops;

    @Option(names = "--side", defaultValue = "320", description = "of the crops, in pixels")
    private int side;

    @Mixin
    private OptimizerOptions optimizer = new OptimizerOptions(OptimizerKind.ADAMW, 16, "0.004", "1", "0.01", "10");

    @Option(
            names = "--landmark-share",
            defaultValue = "0.2",
            description = "share of the crops that shows the pictures of --landmarks")
    private double landmarkShare;

    @Option(
            names = "--large-share",
            defaultValue = "0.3",
            description = "share of the batches whose crops are a quarter as many, of twice the side")
    private double largeShare;

    @Option(
            names = "--plain-epochs",
            defaultValue = "0",
            description =
                    "the last so many epochs show crops as the pictures are: no mosaics, nothing covered, no other colours")
    private int plainEpochs;

    @Option(names = "--box-weight", defaultValue = "2", description = "weight of the box loss beside the score's")
    private double boxWeight;

    @Option(names = "--landmark-weight", defaultValue = "15", description = "weight of the landmark loss")
    private double landmarkWeight;

    @Option(names = "--hint-weight", defaultValue = "1", description = "weight of the loss of --hints")
    private double hintWeight;

    @Override
    protected void run() throws IOException {
        if (reference == null && !hints.isEmpty()) {
            throw new IllegalArgumentException("--hints needs --reference: they are values inside that detector");
        }
        Network network = preset.forTraining(run.seed());
        TrainingOptions training = optimizer.with(run);
        DetectorTrainingOptions options = new DetectorTrainingOptions(
                training,
                optimizer.batch(),
                new DetectorTrainingOptions.Crops(side, crops, landmarkShare, largeShare, plainEpochs),
                new DetectorTrainingOptions.LossWeights(boxWeight, landmarkWeight, hintWeight));
        DetectorData data = DetectorData.read(faces, validation, landmarks, noFaces);
        err().printf(
                        Locale.ROOT,
                        "%s: %,d parameters, %.1f M multiply-adds at 640x640; %,d pictures to learn, %,d to validate with%n",
                        preset,
                        network.parameterCount(),
                        network.multiplyAdds(640, 640) / 1e6,
                        data.trainingPictures(),
                        data.validation().size());
        Map<String, Long> sizes = Map.of(
                "parameters", network.parameterCount(),
                "trainingPictures", (long) data.trainingPictures(),
                "validationPictures", (long) data.validation().size());
        StartWeights start = run.startWeights(network);
        DetectorTrainingOptions.Reference asked =
                reference == null ? null : new DetectorTrainingOptions.Reference(reference, hints);
        run.train(
                prints(data),
                sizes,
                listener -> DetectorRun.train(preset, data.pictures(), asked, start, options, run.out(), listener));
    }

    private List<Fingerprint> prints(DetectorData data) throws IOException {
        List<Fingerprint> prints = new ArrayList<>();
        for (Path index : faces) {
            prints.add(Fingerprint.of("--faces", index, DetectionIndex.read(index, null)));
        }
        if (validation != null) {
            prints.add(Fingerprint.of("--validation", validation, data.validation()));
        }
        for (Path index : landmarks) {
            prints.add(Fingerprint.of("--landmarks", index, DetectionIndex.read(index, null)));
        }
        if (noFaces != null) {
            List<AnnotatedPicture> empty = new ArrayList<>(data.pictures().empty());
            empty.addAll(data.pictures().emptyValidation());
            prints.add(Fingerprint.of("--no-faces", noFaces, empty));
        }
        if (reference != null) {
            prints.add(Fingerprint.of("--reference", reference));
        }
        if (run.start() != null) {
            prints.add(Fingerprint.of("--start", run.start()));
        }
        return prints;
    }
}
