package io.emotion4j.cli.evaluation;

import io.emotion4j.EmotionClassifier;
import io.emotion4j.cli.DataCommand;
import io.emotion4j.cli.ScoreChoice;
import io.emotion4j.evaluation.classifier.ClassifierEvaluation;
import io.emotion4j.evaluation.classifier.ClassifierReport;
import io.emotion4j.evaluation.classifier.ClassifierText;
import io.emotion4j.evaluation.classifier.Truth;
import io.emotion4j.evaluation.data.FaceData;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.evaluation.data.Part;
import io.emotion4j.evaluation.plot.ConfusionPlot;
import io.emotion4j.evaluation.plot.ReliabilityPlot;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how good a classifier is on labelled face crops. To be added to a command-line program as a subcommand. */
@Command(
        name = "evaluate-classifier",
        sortOptions = false,
        description =
                "Says how good a classifier is: accuracy, precision, recall, F1, confusion, calibration, and where it fails.")
public final class EvaluateClassifierCommand extends DataCommand {

    @Option(
            names = {"--classifier-model", "--model"},
            paramLabel = "MODEL",
            description =
                    "A model.json, the folder or zip file of one, or the id of a shipped model. Default: the first shipped one.")
    private @Nullable String model;

    @Mixin
    private ModelChoice choice = new ModelChoice();

    @Mixin
    private ScoreChoice scores = new ScoreChoice();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description =
                    "CSV file like fer2013.csv (emotion,pixels,Usage and, where wanted, group), or a folder a class.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(
            names = "--votes",
            paramLabel = "CSV",
            description = "FER+'s votes: line by line with a CSV file, by file name with folders.")
    private @Nullable Path votes;

    @Option(
            names = "--groups",
            paramLabel = "CSV",
            description = "Groups of people in a column 'group': line by line, or by file name in a column 'file'.")
    private @Nullable Path groups;

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "valid",
            converter = Words.PartWords.class,
            description = "train, valid or test, where the data has parts. Default: ${DEFAULT-VALUE}.")
    private Part part = Part.VALID;

    @Option(
            names = "--truth",
            paramLabel = "TRUTH",
            defaultValue = "labels",
            converter = Words.TruthWords.class,
            description = "labels, or votes = the single most frequent of FER+'s votes. Default: ${DEFAULT-VALUE}.")
    private Truth truth = Truth.LABELS;

    @Option(
            names = "--changes",
            description =
                    "Also classify all pictures darker, blurred, smaller, turned, covered and mirrored: takes 18 times as long.")
    private boolean changes;

    @Mixin
    private QualityChoice quality = new QualityChoice();

    @Option(
            names = "--minimum-group",
            paramLabel = "N",
            defaultValue = "100",
            description = "Pictures that a group needs to count in the gaps. Default: ${DEFAULT-VALUE}.")
    private int minimumGroup;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the bootstrap intervals. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Words.OutputWords.class,
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private Output format = Output.TEXT;

    @Option(names = "--plots", paramLabel = "FOLDER", description = "Write confusion.png and reliability.png there.")
    private @Nullable Path plots;

    /** For the command line. */
    public EvaluateClassifierCommand() {}

    @Override
    protected void run() throws IOException {
        Model classified = choice.find(model, ModelTask.EMOTION_CLASSIFICATION);
        List<LabelledFace> faces = FaceData.read(data, votes, groups, part);
        ClassifierEvaluation evaluation =
                new ClassifierEvaluation(truth, changes, minimumGroup, seed, choice.threads());
        ClassifierReport report;
        try (EmotionClassifier classifier = scores.set(choice.builder())
                        .classifierModel(classified)
                        .alignment(false)
                        .buildClassifier();
                CropQuality measured = quality.open(choice)) {
            report = evaluation.run(
                    classifier, classified.descriptor(), faces, quality.wanted() ? measured::of : null, err()::println);
        }
        out().print(format == Output.JSON ? report.toJson() + System.lineSeparator() : ClassifierText.of(report));
        if (plots != null) {
            ConfusionPlot.write(
                    report.subject().model() + ": share of each true expression, %",
                    report.all().confusion(),
                    plots.resolve("confusion.png"));
            ReliabilityPlot.write(
                    report.subject().model() + ": is it right as often as it is sure?",
                    report.all().reliability(),
                    plots.resolve("reliability.png"));
        }
    }
}
