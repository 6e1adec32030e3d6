package io.emotion4j.cli;

import io.emotion4j.RgbImage;
import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.ConstantSpec;
import io.emotion4j.model.DraftNote;
import io.emotion4j.model.DraftedModel;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDraft;
import io.emotion4j.model.ScoresSpec;
import io.emotion4j.model.TensorLayout;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What the commands that describe a network are told of it, and how they end. */
final class DraftOptions {

    @Option(names = "--id", paramLabel = "ID", description = "the model's name; default: the file's")
    private @Nullable String id;

    @Option(
            names = "--labels",
            paramLabel = "LABEL",
            split = ",",
            description =
                    "what a classifier's scores stand for, in order, with commas between them; null for one to leave out")
    private List<String> labels = List.of();

    @Option(
            names = "--scale",
            paramLabel = "NUMBER",
            description = "factor for pixels 0 to 255, such as 1/255; then --mean is taken off and --std divides")
    private @Nullable String scale;

    @Option(
            names = "--mean",
            paramLabel = "NUMBER",
            split = ",",
            description = "one number, or one a channel; default: 0")
    private List<String> mean = List.of();

    @Option(
            names = "--std",
            paramLabel = "NUMBER",
            split = ",",
            description = "one number, or one a channel; default: 1")
    private List<String> std = List.of();

    @Option(names = "--size", paramLabel = "WxH", description = "the input's size, where the file leaves it open")
    private @Nullable String size;

    @Option(
            names = "--layout",
            paramLabel = "NCHW|NHWC",
            description = "where the channels are, if the file does not tell")
    private @Nullable TensorLayout layout;

    @Option(names = "--channels", paramLabel = "GRAY|RGB|BGR", description = "the order of the colours")
    private @Nullable ChannelOrder channels;

    @Option(
            names = "--outputs",
            paramLabel = "NAME",
            split = ",",
            description = "names for a TorchScript module's outputs, every one, in order")
    private List<String> outputs = List.of();

    @Option(
            names = "--scores",
            paramLabel = "OUTPUT",
            description = "which output holds the scores, where several could")
    private @Nullable String scores;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "logits, probabilities, sigmoid or sigmoid-logits; default: as a run shows it")
    private @Nullable String kind;

    @Option(
            names = "--constant",
            paramLabel = "INPUT=NUMBER",
            description = "the value of a further input, the same in every run, such as keep_prob=1")
    private Map<String, Double> constants = Map.of();

    @Option(
            names = "--margin",
            paramLabel = "PART",
            description = "how much about a face's box the training showed, as a part of its side; default: 0")
    private @Nullable Float margin;

    @Option(names = "--license", paramLabel = "TEXT", description = "the weights' licence")
    private String license = "";

    @Option(names = "--source", paramLabel = "TEXT", description = "where the weights come from")
    private String source = "";

    @Option(names = "--training-data", paramLabel = "TEXT", description = "what they were trained on")
    private String trainingData = "";

    @Option(
            names = "--picture",
            paramLabel = "PICTURE",
            description = "a picture to try the network with, best the crop of a face; default: made patterns")
    private List<Path> pictures = List.of();

    @Mixin
    private EngineChoice engine = new EngineChoice();

    /**
     * Looks at the network and writes the model, or says what is missing.
     *
     * @param weights files of one network, one a format
     * @param otherwise the model's name where the options give none; null for that of the file
     * @param folder where the model goes
     */
    int describe(CommandSpec spec, List<Path> weights, @Nullable String otherwise, Path folder) throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        DraftedModel drafted = look(weights, otherwise);
        drafted.guesses().forEach(guess -> print.println("  guessed  " + guess));
        if (!drafted.missing().isEmpty()) {
            for (DraftNote open : drafted.missing()) {
                spec.commandLine().getErr().println(spec.qualifiedName() + ": --" + open);
            }
            return ExitCode.USAGE;
        }
        Model model = drafted.write(folder);
        print.println("  wrote    " + model.location());
        print.println("Next: emotion4j models golden " + folder + " && emotion4j models check " + folder);
        return ExitCode.OK;
    }

    private DraftedModel look(List<Path> weights, @Nullable String otherwise) throws IOException {
        try {
            return draft(weights, otherwise).look();
        } catch (IllegalArgumentException e) {
            throw new WrongOptionException(e);
        }
    }

    private ModelDraft draft(List<Path> weights, @Nullable String otherwise) {
        ModelDraft draft = ModelDraft.of(weights)
                .outputs(outputs)
                .origin(license, source, trainingData)
                .engine(engine.name(), engine.options());
        List<@Nullable String> words = new ArrayList<>();
        labels.forEach(label -> words.add(label.strip().equals("null") ? null : label.strip()));
        draft.labels(words);
        AnalyzerOptions.set("--id", id == null ? otherwise : id, draft::id);
        AnalyzerOptions.set("--layout", layout, draft::layout);
        AnalyzerOptions.set("--channels", channels, draft::channels);
        AnalyzerOptions.set("--scores", scores, draft::scores);
        AnalyzerOptions.set("--margin", margin, draft::margin);
        AnalyzerOptions.set("--kind", kind, word -> draft.kind(kind(word)));
        AnalyzerOptions.set("--size", size, word -> size(draft, word));
        if (scale != null) {
            draft.values(
                    Numbers.of("--scale", scale),
                    mean.stream().map(word -> Numbers.of("--mean", word)).toList(),
                    std.stream().map(word -> Numbers.of("--std", word)).toList());
        } else if (!mean.isEmpty() || !std.isEmpty()) {
            throw new WrongOptionException("--mean and --std go with --scale; give it, too, 1 for pixels 0 to 255");
        }
        Map<String, ConstantSpec> specs = new LinkedHashMap<>();
        constants.forEach((name, value) -> specs.put(name, ConstantSpec.of(value)));
        List<RgbImage> images = new ArrayList<>();
        for (Path picture : pictures) {
            images.add(GivenPicture.of(picture));
        }
        return draft.constants(specs).pictures(images);
    }

    private static ScoresSpec.Kind kind(String word) {
        for (ScoresSpec.Kind kind : ScoresSpec.Kind.values()) {
            if (kind.key().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("expected logits, probabilities, sigmoid or sigmoid-logits, found " + word);
    }

    private static void size(ModelDraft draft, String word) {
        String[] sides = word.split("x", -1);
        if (sides.length != 2 || !sides[0].matches("\\d{1,4}") || !sides[1].matches("\\d{1,4}")) {
            throw new IllegalArgumentException("expected WIDTHxHEIGHT in pixels, such as 64x64, found " + word);
        }
        draft.size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }
}
