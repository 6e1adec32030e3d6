package io.emotion4j.cli.evaluation;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.ModelLoadException;
import io.emotion4j.cli.EngineChoice;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which model on which engine; the option of the model is the command's own, since it says of what kind the model is. */
final class ModelChoice {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Mixin
    private EngineChoice engine = new EngineChoice();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Pictures worked on at a time. Default: one a processor.")
    private @Nullable Integer threads;

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : Math.max(1, threads);
    }

    EmotionAnalyzerBuilder builder() {
        return engine.set(EmotionAnalyzer.builder());
    }

    /**
     * The model that was named, or the first shipped one for the task.
     *
     * @param model as {@link Model#named} takes it, or null
     */
    Model find(@Nullable String model, ModelTask task) {
        try {
            return model == null ? Model.shipped(task) : Model.named(model);
        } catch (ModelLoadException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
