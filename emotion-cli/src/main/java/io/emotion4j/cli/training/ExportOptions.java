package io.emotion4j.cli.training;

import io.emotion4j.model.ModelTask;
import io.emotion4j.training.export.Evaluation;
import io.emotion4j.training.export.ModelNotes;
import io.emotion4j.training.run.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What both export commands take. */
@SuppressWarnings("NullAway.Init")
final class ExportOptions {

    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9_]+)=(.+)");

    @Option(
            names = "--run",
            required = true,
            description =
                    "the run's folder, or a network.bin, or a checkpoint.bin (its averaged weights), or an exported model.onnx")
    private Path run;

    @Option(names = "--out", required = true, description = "folder to write the model to")
    private Path out;

    @Option(names = "--model-version", defaultValue = "1.0.0")
    private String version;

    @Option(names = "--metrics", description = "JSON object of numbers: the figures of descriptor and card")
    private @Nullable Path metrics;

    @Option(
            names = "--evaluation",
            paramLabel = "[OUTPUT=]FILE",
            description =
                    "what evaluate-classifier or evaluate-detector printed with --format json; goes into the folder. "
                            + "Of another output than the first: OUTPUT=FILE, for example logits_fer2013=labels.json")
    private List<String> evaluations = List.of();

    @Option(names = "--license", defaultValue = "CC-BY-NC-4.0", description = "of the weights")
    private String license;

    @Option(names = "--source", defaultValue = "trained by the emotion4j project")
    private String source;

    @Option(
            names = "--command",
            description = "the training command, for the card; default: what the run's run.json says")
    private @Nullable String command;

    @Option(
            names = "--seed",
            description = "of the training, for the card; default: what the run's run.json says, or 1")
    private @Nullable Long seed;

    Path run() {
        return run;
    }

    Path out() {
        return out;
    }

    ModelNotes notes(String id, String trainingData, ModelTask task) throws IOException {
        ModelNotes.Origin origin = new ModelNotes.Origin(
                trainingData,
                source,
                command == null ? RunRecord.read(run, "command").orElse("not recorded") : command,
                seed == null ? RunRecord.read(run, "seed").map(Long::valueOf).orElse(1L) : seed);
        return new ModelNotes(id, version, license, origin).withFigures(Figures.read(metrics), evaluations(task));
    }

    private Map<String, Evaluation> evaluations(ModelTask task) throws IOException {
        Map<String, Evaluation> byOutput = new LinkedHashMap<>();
        for (String text : evaluations) {
            Matcher named = NAMED.matcher(text);
            boolean ofOutput = named.matches();
            byOutput.put(
                    ofOutput ? named.group(1) : "", Evaluation.read(Path.of(ofOutput ? named.group(2) : text), task));
        }
        return byOutput;
    }
}
