package io.emotion4j.cli.evaluation;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.FaceDetector;
import io.emotion4j.cli.DataCommand;
import io.emotion4j.cli.EngineChoice;
import io.emotion4j.evaluation.data.FaceData;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.evaluation.data.Part;
import io.emotion4j.evaluation.sample.SamplePicture;
import io.emotion4j.internal.files.WholeFile;
import io.emotion4j.model.Model;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws the average face of each expression. To be added to a command-line program as a subcommand. */
@Command(
        name = "make-sample",
        sortOptions = false,
        description =
                "Draws the average face of each expression from labelled faces: a picture to try things on, nobody's portrait.")
public final class MakeSampleCommand extends DataCommand {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "Labelled faces, as for evaluate-classifier; their training part is used.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--votes", paramLabel = "CSV", description = "FER+'s votes, line by line with a CSV file.")
    private @Nullable Path votes;

    @Option(
            names = {"--detector-model", "--detector"},
            paramLabel = "MODEL",
            description =
                    "Finds the landmarks: a model.json, the folder or zip file of one, or the id of a shipped model. Default: the shipped one.")
    private @Nullable String detector;

    @Mixin
    private EngineChoice engine = new EngineChoice();

    @Option(
            names = "--faces",
            paramLabel = "N",
            defaultValue = "150",
            description = "How many are averaged for an expression. Default: ${DEFAULT-VALUE}.")
    private int faces;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "PNG file to write.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    /** For the command line. */
    public MakeSampleCommand() {}

    @Override
    protected void run() throws IOException {
        List<LabelledFace> labelled = FaceData.read(data, votes, null, Part.TRAIN);
        EmotionAnalyzerBuilder builder = engine.set(EmotionAnalyzer.builder());
        if (detector != null) {
            builder.detectorModel(Model.named(detector));
        }
        SamplePicture sample = new SamplePicture(faces, Runtime.getRuntime().availableProcessors());
        try (FaceDetector finder = builder.buildDetector()) {
            BufferedImage drawn = sample.draw(labelled, finder, out()::println);
            WholeFile.write(out, stream -> ImageIO.write(drawn, "png", stream));
        }
    }
}
