package io.emotion4j.cli.evaluation;

import io.emotion4j.cli.DataCommand;
import io.emotion4j.evaluation.classifier.LabelShares;
import io.emotion4j.evaluation.classifier.Truth;
import io.emotion4j.evaluation.data.FaceData;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.evaluation.data.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how often labelled faces show each expression, as a model's descriptor has it. To be added to a program as a subcommand. */
@Command(
        name = "class-prior",
        sortOptions = false,
        description = "Says how often training data shows each expression: the \"prior\" of a classifier's model.json.")
public final class ClassPriorCommand extends DataCommand {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "Labelled faces, as for evaluate-classifier.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--votes", paramLabel = "CSV", description = "FER+'s votes, as for evaluate-classifier.")
    private @Nullable Path votes;

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "train",
            converter = Words.PartWords.class,
            description = "train, valid or test, where the data has parts. Default: ${DEFAULT-VALUE}.")
    private Part part = Part.TRAIN;

    @Option(
            names = "--truth",
            paramLabel = "TRUTH",
            defaultValue = "labels",
            converter = Words.TruthWords.class,
            description = "labels, or votes = the mean of FER+'s shares of votes. Default: ${DEFAULT-VALUE}.")
    private Truth truth = Truth.LABELS;

    /** For the command line. */
    public ClassPriorCommand() {}

    @Override
    protected void run() throws IOException {
        List<LabelledFace> faces = FaceData.read(data, votes, null, part);
        String shares = LabelShares.of(faces, truth).entrySet().stream()
                .map(share -> String.format(
                        Locale.ROOT, "\"%s\": %.5f", share.getKey().label(), share.getValue()))
                .collect(Collectors.joining(", "));
        out().println("\"prior\": {\"shares\": {" + shares + "}, \"strength\": 0}");
    }
}
