package io.emotion4j.cli;

import io.emotion4j.ModelLoadException;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ThresholdSpec;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotion4j models}: the models, and their cards. */
@Command(
        name = "models",
        description =
                "Lists the models that come with this program, or shows the card of one; its commands make and check models of yours.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        subcommands = {
            ModelsAddCommand.class,
            ModelsInitCommand.class,
            ModelsImportCommand.class,
            ModelsGoldenCommand.class,
            ModelsCheckCommand.class,
            ModelsQuantizeCommand.class
        })
final class ModelsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "models whose cards are shown in full")
    private List<String> ids = List.of();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "a model of yours, too: its model.json, or the folder or zip file of it")
    private List<String> own = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Model> models = new ArrayList<>(Model.shipped());
        own.forEach(name -> models.add(Model.named(name)));
        if (models.isEmpty()) {
            throw new ModelLoadException(
                    "No model comes with this program: io.emotion4j:emotion-models is missing or empty");
        }
        if (ids.isEmpty()) {
            models.forEach(model -> summary(out, model));
        }
        for (String id : ids) {
            out.println(card(withId(models, id)));
        }
        return ExitCode.OK;
    }

    private Model withId(List<Model> models, String id) {
        return models.stream()
                .filter(model -> model.descriptor().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "No model is called '" + id + "'; there are "
                                + models.stream()
                                        .map(model -> model.descriptor().id())
                                        .toList()));
    }

    private static String card(Model model) {
        ModelFile card = model.descriptor().card();
        return card == null
                ? "Model '" + model.descriptor().id() + "' has no card."
                : new String(model.read(card), StandardCharsets.UTF_8);
    }

    private static void summary(PrintWriter out, Model model) {
        ModelDescriptor d = model.descriptor();
        out.printf("%s %s: %s, %s%n", d.id(), d.version(), d.task().key(), d.architecture());
        line(out, "from", model.location());
        line(out, "formats", formats(d));
        line(out, "input", input(d.input()));
        line(out, "labels", d.labels().stream().map(label -> label.label()).collect(Collectors.joining(", ")));
        ThresholdSpec thresholds = d.thresholds();
        line(
                out,
                "thresholds",
                thresholds == null
                        ? ""
                        : "score " + thresholds.minConfidence() + ", overlap (IoU) " + thresholds.maxOverlap()
                                + (thresholds.voting() < 1 ? ", voting from IoU " + thresholds.voting() : "")
                                + (thresholds.voters() > 0 ? " by " + thresholds.voters() + " finds" : ""));
        line(out, "trained on", d.trainingData());
        line(out, "licence", d.license());
        line(out, "source", d.source());
        line(
                out,
                "figures",
                d.metrics().entrySet().stream()
                        .map(metric -> metric.getKey() + " " + metric.getValue())
                        .collect(Collectors.joining(", ")));
        line(out, "card", d.card() == null ? "" : "emotion4j models " + d.id());
        out.println();
    }

    private static String formats(ModelDescriptor descriptor) {
        return descriptor.files().entrySet().stream()
                .map(file -> String.format(
                        Locale.ROOT,
                        "%s %.2f MB",
                        file.getKey(),
                        file.getValue().bytes() / 1e6))
                .collect(Collectors.joining(", "));
    }

    private static String input(InputSpec input) {
        String size = input.anySize()
                ? "any size, sides a multiple of " + input.multipleOf()
                        + (input.enlargeTo() > 0 ? ", small pictures enlarged to " + input.enlargeTo() : "")
                : input.width() + "x" + input.height();
        return size + ", " + input.channels() + ", " + input.layout();
    }

    private static void line(PrintWriter out, String what, String value) {
        if (!value.isBlank()) {
            out.printf("  %-11s %s%n", what, value);
        }
    }
}
