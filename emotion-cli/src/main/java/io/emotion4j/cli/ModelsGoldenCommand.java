package io.emotion4j.cli;

import io.emotion4j.model.GoldenPair;
import io.emotion4j.model.GoldenSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotion4j models golden}: records what a model answers. */
@Command(
        name = "golden",
        description =
                "Records what a model of yours answers to one input, and names that in its model.json: from then on it is"
                        + " compared whenever the model is opened.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true)
final class ModelsGoldenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "a model.json, or the folder of it")
    private Path model = Path.of(".");

    @Option(
            names = "--picture",
            paramLabel = "PICTURE",
            description = "what is put in, best the crop of a face; default: a made pattern")
    private @Nullable Path picture;

    @Mixin
    private EngineChoice engine = new EngineChoice();

    @Override
    public Integer call() throws IOException {
        GoldenSpec golden = GoldenPair.write(
                model, picture == null ? null : GivenPicture.of(picture), engine.name(), engine.options());
        spec.commandLine()
                .getOut()
                .println("  wrote    " + golden.file().path() + ": input " + golden.inputShape() + ", outputs "
                        + golden.outputShapes() + ", compared within " + golden.tolerance());
        return ExitCode.OK;
    }
}
