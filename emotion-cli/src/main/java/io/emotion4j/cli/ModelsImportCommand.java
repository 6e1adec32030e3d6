package io.emotion4j.cli;

import io.emotion4j.convert.ImportedWeights;
import io.emotion4j.convert.WeightsImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotion4j models import}: a model folder from what Keras or TensorFlow saved. */
@Command(
        name = "import",
        description =
                "Makes a model of what Keras or TensorFlow saved: a .h5 or .keras file becomes ONNX, the folder of a SavedModel"
                        + " (with --engine tensorflow) one frozen saved_model.pb. Then describes it as models init does.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the model is written", "2:an option is missing", "3:the weights cannot be read or run"})
final class ModelsImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "WEIGHTS",
            description = "a .h5 or .keras file, the folder of a SavedModel, or TensorFlow.js's model.json")
    @SuppressWarnings("NullAway.Init")
    private Path weights;

    @Option(
            names = "--architecture",
            paramLabel = "FILE",
            description = "what model.to_json() wrote, where a .h5 file has weights alone")
    private @Nullable Path architecture;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "where the model goes")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Mixin
    private DraftOptions options = new DraftOptions();

    @Override
    public Integer call() throws IOException {
        ImportedWeights imported = WeightsImport.of(weights, architecture);
        imported.notes().forEach(note -> spec.commandLine().getOut().println("  read     " + note));
        Path folder = Files.createTempDirectory("emotion4j-import");
        Path file = folder.resolve(imported.fileName());
        try {
            Files.write(file, imported.bytes());
            return options.describe(spec, List.of(file), id(), out);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /** Some files are always called the same; their folder is what has a name. */
    private @Nullable String id() {
        Path named = weights.toAbsolutePath().normalize();
        Path folder = Files.isDirectory(named) ? named : named.getParent();
        if (folder == null || !(Files.isDirectory(named) || named.endsWith("model.json"))) {
            return null;
        }
        String id = String.valueOf(folder.getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.-]+", "-")
                .replaceAll("^[.-]+", "");
        return id.isEmpty() ? null : id;
    }
}
