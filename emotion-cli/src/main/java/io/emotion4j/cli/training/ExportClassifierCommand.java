package io.emotion4j.cli.training;

import io.emotion4j.model.ModelTask;
import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.export.ClassifierExport;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.TrainedNetwork;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export-classifier",
        description =
                "Writes a trained classifier as a model folder: ONNX, TorchScript, SavedModel, descriptors, card.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
@SuppressWarnings("NullAway.Init")
final class ExportClassifierCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private ExportOptions options;

    @Option(names = "--id", defaultValue = "fer-resnet", description = "the model's name")
    private String id;

    @Option(names = "--preset", defaultValue = "BASE", description = "one of ${COMPLETION-CANDIDATES}")
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

    @Option(
            names = "--training-data",
            defaultValue = "FER2013 (part Training) with the votes of FER+.",
            description = "what the weights were trained on")
    private String trainingData;

    @Override
    public Integer call() {
        return Failure.report(command, this::export);
    }

    private void export() throws IOException {
        Network trained = TrainedNetwork.read(preset.build(0, 0), options.run());
        ClassifierExport.write(
                trained,
                temperatures,
                margin,
                options.notes(id, trainingData, ModelTask.EMOTION_CLASSIFICATION),
                options.out());
    }
}
