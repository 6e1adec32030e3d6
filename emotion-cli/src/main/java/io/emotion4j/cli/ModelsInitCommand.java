package io.emotion4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotion4j models init}: a model folder from weights alone. */
@Command(
        name = "init",
        description =
                "Describes weights of yours: reads names, shapes and types from the file, runs the network, writes model.json"
                        + " beside it. Says of each guess why; what cannot be known it asks for.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:model.json is written", "2:an option is missing", "3:the weights cannot be read or run"})
final class ModelsInitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "WEIGHTS",
            arity = "1..*",
            description = "files of one network, one a format: ONNX, TorchScript, a frozen saved_model.pb")
    private List<Path> weights = List.of();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "where model.json and copies of the weights go; default: the folder of the first file")
    private @Nullable Path out;

    @Mixin
    private DraftOptions options = new DraftOptions();

    @Override
    public Integer call() throws IOException {
        Path first = weights.get(0).toAbsolutePath();
        Path folder = out == null ? Objects.requireNonNull(first.getParent(), "a file lies in a folder") : out;
        return options.describe(spec, weights, null, folder);
    }
}
