package io.emotion4j.cli.evaluation;

import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.FaceDetector;
import io.emotion4j.cli.DataCommand;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import io.emotion4j.evaluation.data.DetectionIndex;
import io.emotion4j.evaluation.data.Part;
import io.emotion4j.evaluation.data.PictureFolder;
import io.emotion4j.evaluation.detector.DetectorEvaluation;
import io.emotion4j.evaluation.detector.DetectorReport;
import io.emotion4j.evaluation.detector.DetectorText;
import io.emotion4j.evaluation.detector.Finding;
import io.emotion4j.evaluation.detector.PrecisionRecall;
import io.emotion4j.evaluation.detector.PredictionFile;
import io.emotion4j.evaluation.detector.SizeRange;
import io.emotion4j.evaluation.plot.PrecisionRecallPlot;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import io.emotion4j.model.ThresholdSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how good a detector is on pictures with marked faces. To be added to a command-line program as a subcommand. */
@Command(
        name = "evaluate-detector",
        sortOptions = false,
        description =
                "Says how good a detector is: average precision, by face size, landmarks, and faces where there are none.")
public final class EvaluateDetectorCommand extends DataCommand {

    @Option(
            names = {"--detector-model", "--model"},
            paramLabel = "MODEL",
            description =
                    "A model.json, the folder or zip file of one, or the id of a shipped model. Default: the first shipped one.")
    private @Nullable String model;

    @Mixin
    private ModelChoice choice = new ModelChoice();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description =
                    "JSON lines with file, boxes and, where marked, landmarks5 or landmarks68; or a folder with index.jsonl.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(
            names = "--part",
            paramLabel = "PART",
            converter = Words.PartWords.class,
            description = "train, valid or test: only pictures in a folder of that name. Default: all.")
    private @Nullable Part part;

    @Option(
            names = "--landmarks",
            paramLabel = "PATH",
            description =
                    "More pictures with marked landmarks, as --data has them: theirs are measured, too, their boxes are not.")
    private @Nullable Path landmarks;

    @Option(
            names = "--no-faces",
            paramLabel = "PATH",
            description = "Pictures without a face: JSON lines, a folder with index.jsonl, or a folder of pictures.")
    private @Nullable Path noFaces;

    @Option(
            names = "--close-ups",
            paramLabel = "PIXELS",
            arity = "0..1",
            fallbackValue = "70",
            description =
                    "Also cut out every face of --data whose shorter side is at least that, with margins of 0, 10, 20 and 40 %%, enlarge "
                            + "it to 800 pixels and look for it alone: faces that fill the picture. Without a number: ${FALLBACK-VALUE}.")
    private @Nullable Double closeUps;

    @Option(
            names = "--minimum-face",
            paramLabel = "PIXELS",
            defaultValue = "20",
            description = "Faces whose shorter side is less are neither hit nor miss. Default: ${DEFAULT-VALUE}.")
    private double minimumFace;

    @Option(
            names = {"--min-confidence", "--lowest-score"},
            paramLabel = "0..1",
            defaultValue = "0.02",
            description = "Where the precision-recall curve ends. Default: ${DEFAULT-VALUE}.")
    private float minConfidence;

    @Option(
            names = {"--max-overlap", "--nms"},
            paramLabel = "IOU",
            description = "Most overlap of two faces that are both found. Default: the model's own.")
    private @Nullable Float maxOverlap;

    @Option(
            names = "--detection-size",
            paramLabel = "PIXELS",
            description = "Longest side of the picture that the network sees. Default: the model's own, else 640.")
    private @Nullable Integer detectionSize;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Words.OutputWords.class,
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private Output format = Output.TEXT;

    @Option(names = "--plots", paramLabel = "FOLDER", description = "Write precision-recall.png there.")
    private @Nullable Path plots;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description =
                    "Write all finds there as JSON lines: file, faces = [[x, y, width, height, score, landmarks], ...].")
    private @Nullable Path predictions;

    /** For the command line. */
    public EvaluateDetectorCommand() {}

    @Override
    protected void run() throws IOException {
        if (closeUps != null && !(closeUps >= 1)) {
            throw new IllegalArgumentException("--close-ups takes 1 pixel or more, found " + closeUps);
        }
        Model measured = choice.find(model, ModelTask.FACE_DETECTION);
        List<AnnotatedPicture> pictures = DetectionIndex.read(data, part);
        List<AnnotatedPicture> withLandmarks = landmarks == null ? List.of() : DetectionIndex.read(landmarks, part);
        ThresholdSpec thresholds = measured.descriptor().thresholds();
        DetectorEvaluation evaluation = new DetectorEvaluation(
                minimumFace, thresholds == null ? 0.5 : thresholds.minConfidence(), choice.threads());
        List<Finding> findings;
        DetectorReport report;
        try (FaceDetector detector = builder().detectorModel(measured).buildDetector()) {
            err().println(pictures.size() + " pictures on " + detector.engine());
            findings = evaluation.find(detector, pictures);
            List<Finding> pointed = evaluation.find(detector, withLandmarks);
            List<Finding> empty =
                    noFaces == null ? null : evaluation.find(detector, PictureFolder.withoutFaces(noFaces));
            report = evaluation.report(
                    detector,
                    findings,
                    pointed,
                    empty,
                    closeUps == null ? null : evaluation.closeUps(detector, pictures, closeUps));
        }
        out().print(format == Output.JSON ? report.toJson() + System.lineSeparator() : DetectorText.of(report));
        if (predictions != null) {
            PredictionFile.write(findings, predictions);
        }
        if (plots != null) {
            PrecisionRecallPlot.write(
                    report.subject().model() + ": faces of " + SizeRange.from(minimumFace) + ", IoU 0.5",
                    PrecisionRecall.of(findings, 0.5, SizeRange.from(minimumFace))
                            .curve(),
                    plots.resolve("precision-recall.png"));
        }
    }

    private EmotionAnalyzerBuilder builder() {
        EmotionAnalyzerBuilder builder = choice.builder().minConfidence(minConfidence);
        if (maxOverlap != null) {
            builder.maxOverlap(maxOverlap);
        }
        return detectionSize == null ? builder : builder.detectionSize(detectionSize);
    }
}
