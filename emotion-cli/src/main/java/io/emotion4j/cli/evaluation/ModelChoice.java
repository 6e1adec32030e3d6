package io.emotion4j.cli.evaluation;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.ModelLoadException;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which model on which engine. */
final class ModelChoice {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "Descriptor, folder with a model.json, or id of a shipped model. Default: the first shipped one.")
    private @Nullable String model;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "Such as onnx, pytorch or tensorflow. Default: the best that is there.")
    private @Nullable String engine;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "cpu",
            description = "cpu, or a kind and a number such as cuda:0. Default: ${DEFAULT-VALUE}.")
    private String device = "cpu";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Pictures worked on at a time. Default: one a processor.")
    private @Nullable Integer threads;

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : Math.max(1, threads);
    }

    EmotionAnalyzerBuilder builder() {
        EmotionAnalyzerBuilder builder = EmotionAnalyzer.builder().device(device);
        return engine == null ? builder : builder.engine(engine);
    }

    /** {@return the model that was named, or the first shipped one for the task} */
    Model find(ModelTask task) {
        try {
            return model == null ? Model.shipped(task) : Model.named(model);
        } catch (ModelLoadException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
