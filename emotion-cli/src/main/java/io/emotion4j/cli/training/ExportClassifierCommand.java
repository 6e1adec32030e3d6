package io.emotion4j.cli.training;

import io.emotion4j.cli.DataCommand;
import io.emotion4j.evaluation.classifier.LabelShares;
import io.emotion4j.evaluation.classifier.Truth;
import io.emotion4j.evaluation.data.FaceData;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.evaluation.data.Part;
import io.emotion4j.model.ModelTask;
import io.emotion4j.model.PriorSpec;
import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.classifier.TrainedClassifier;
import io.emotion4j.training.export.ClassifierExport;
import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export-classifier",
        description =
                "Writes a trained classifier as a model folder: ONNX, TorchScript, SavedModel, descriptors, card. "
                        + "--run model.onnx writes an exported one anew.",
        showDefaultValues = true)
@SuppressWarnings("NullAway.Init")
final class ExportClassifierCommand extends DataCommand {

    @Mixin
    private ExportOptions options;

    @Option(names = "--id", defaultValue = "fer-resnet", description = "the model's name")
    private String id;

    @Option(names = "--preset", defaultValue = "BASE", description = "of the run, one of ${COMPLETION-CANDIDATES}")
    private ClassifierPreset preset;

    @Option(
            names = "--temperature",
            paramLabel = "OUTPUT=VALUE",
            description = "divides an output's logits, for example logits=1.2; may be given for each output")
    private Map<String, Double> temperatures = new LinkedHashMap<>();

    @Option(
            names = "--margin",
            defaultValue = "0.1",
            description = "part of the face's box side added on each side of a face without landmarks")
    private float margin;

    @Mixin
    private MeanOptions mean = new MeanOptions();

    @Option(
            names = "--training-data",
            defaultValue = "FER2013 (part Training) with the votes of FER+.",
            description = "what the weights were trained on")
    private String trainingData;

    @Option(
            names = "--prior-data",
            paramLabel = "PATH",
            description =
                    "what it was trained on, as train-classifier takes it: the descriptors then say how often its training "
                            + "part shows each expression")
    private @Nullable Path priorData;

    @Option(names = "--prior-votes", paramLabel = "CSV", description = "FER+ votes of --prior-data")
    private @Nullable Path priorVotes;

    @Option(
            names = "--prior-strength",
            defaultValue = "0",
            description =
                    "how far answers are corrected from there towards equally frequent expressions, 0 to 1; needs --prior-data")
    private float priorStrength;

    @Override
    protected void run() throws IOException {
        mean.check();
        if (priorStrength != 0 && priorData == null) {
            throw new IllegalArgumentException("--prior-strength needs --prior-data");
        }
        Network trained = network();
        ClassifierExport.write(
                trained,
                temperatures,
                margin,
                options.notes(id, trainingData, ModelTask.EMOTION_CLASSIFICATION)
                        .withPriors(priors(trained.outputs().keySet())),
                options.out());
    }

    private Network network() throws IOException {
        Path run = options.run();
        Network network = run.toString().endsWith(".onnx")
                ? TrainedClassifier.read(run)
                : BatchNormFolding.fold(TrainedNetwork.read(preset.build(0, 0), run));
        return mean.of(network, TrainedClassifier::read);
    }

    /** The first output learnt from votes where there were any, every other from labels: see {@code FaceTargets}. */
    private Map<String, PriorSpec> priors(Set<String> outputs) throws IOException {
        Map<String, PriorSpec> priors = new LinkedHashMap<>();
        if (priorData == null) {
            return priors;
        }
        List<LabelledFace> faces = FaceData.readParts(priorData, priorVotes).getOrDefault(Part.TRAIN, List.of());
        boolean votes = faces.stream().anyMatch(face -> face.votes() != null);
        for (String output : outputs) {
            Truth truth = votes && output.equals("logits") ? Truth.VOTES : Truth.LABELS;
            priors.put(output, new PriorSpec(LabelShares.of(faces, truth), priorStrength));
        }
        return priors;
    }
}
