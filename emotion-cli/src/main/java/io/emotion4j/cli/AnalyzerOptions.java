package io.emotion4j.cli;

import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.FaceDetector;
import io.emotion4j.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that opens an analyzer. */
final class AnalyzerOptions {

    @Mixin
    private EngineChoice engine = new EngineChoice();

    @Option(
            names = "--detector-model",
            paramLabel = "MODEL",
            description =
                    "a model of yours: its model.json, or the folder or zip file of it; or the id of a shipped one")
    private @Nullable String detectorModel;

    @Option(
            names = "--classifier-model",
            paramLabel = "MODEL",
            description =
                    "a model of yours: its model.json, or the folder or zip file of it; or the id of a shipped one")
    private @Nullable String classifierModel;

    @Option(
            names = "--fast",
            description =
                    "the shipped models in 8-bit whole numbers: quicker where the processor multiplies bytes quickly,"
                            + " with slightly other figures; engine onnx alone")
    private boolean fast;

    @Option(
            names = {"--min-confidence", "--min-score"},
            paramLabel = "0..1",
            description = "least confidence of a face; default: the detector's own")
    private @Nullable Float minConfidence;

    @Option(
            names = "--detection-size",
            paramLabel = "PIXELS",
            description = "longest side on which faces are looked for; larger finds smaller faces; default: 640")
    private @Nullable Integer detectionSize;

    @Option(names = "--min-face", paramLabel = "PIXELS", description = "least size of a face; default: 0")
    private @Nullable Integer minFace;

    @Option(
            names = "--max-faces",
            paramLabel = "N",
            description = "at most so many faces a picture; default: all, or 100 of serve")
    private @Nullable Integer maxFaces;

    @Option(
            names = "--reduced-decoding",
            description = "decode large JPEG files at a half, a quarter or an eighth of their sides: quicker, with"
                    + " slightly other figures; not where pictures are drawn")
    private boolean reducedDecoding;

    @Option(names = "--no-alignment", description = "crop faces by their boxes, not by their landmarks")
    private boolean noAlignment;

    @Option(
            names = "--quality",
            description =
                    "measure how well each face is to be seen: pixels between the eyes, sharpness, brightness, yaw, roll")
    private boolean quality;

    @Mixin
    private ScoreChoice scores = new ScoreChoice();

    @Option(
            names = "--max-megapixels",
            paramLabel = "N",
            description = "larger pictures are refused before they are decoded; default: 64")
    private @Nullable Integer maxMegapixels;

    /**
     * A builder that does as the options say.
     *
     * @throws IllegalArgumentException if one of them is out of range
     */
    EmotionAnalyzerBuilder builder() {
        EmotionAnalyzerBuilder builder = scores.set(engine.set(EmotionAnalyzer.builder()))
                .fast(fast)
                .alignment(!noAlignment)
                .quality(quality)
                .reducedDecoding(reducedDecoding)
                .decodeLimits(limits());
        set("--detector-model", detectorModel, name -> builder.detectorModel(Model.named(name)));
        set("--classifier-model", classifierModel, name -> builder.classifierModel(Model.named(name)));
        set("--min-confidence", minConfidence, builder::minConfidence);
        set("--detection-size", detectionSize, builder::detectionSize);
        set("--min-face", minFace, builder::minFaceSize);
        set("--max-faces", maxFaces, builder::maxFaces);
        return builder;
    }

    /**
     * The same, with at most so many faces a picture where the user names no number.
     *
     * @throws IllegalArgumentException if an option is out of range
     */
    EmotionAnalyzerBuilder builder(int mostFaces) {
        EmotionAnalyzerBuilder builder = builder();
        return maxFaces == null ? builder.maxFaces(mostFaces) : builder;
    }

    /**
     * A builder with another classifier beside a detector that is open already.
     *
     * @throws IllegalArgumentException if there is no such model, or an option is out of range
     */
    EmotionAnalyzerBuilder builder(FaceDetector detector, Model classifier) {
        return engine.set(EmotionAnalyzer.builder())
                .alignment(!noAlignment)
                .decodeLimits(limits())
                .detector(detector)
                .classifierModel(classifier);
    }

    /** At most so many faces a picture; the other number where the user names none. */
    int maxFaces(int otherwise) {
        return maxFaces == null ? otherwise : maxFaces;
    }

    /** Sets what the user gave; an error names the option. */
    static <T> void set(String option, @Nullable T value, Consumer<T> setter) {
        if (value == null) {
            return;
        }
        try {
            setter.accept(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    /**
     * How large pictures may be.
     *
     * @throws IllegalArgumentException if that is out of range
     */
    DecodeLimits limits() {
        if (maxMegapixels == null) {
            return DecodeLimits.DEFAULT;
        }
        if (maxMegapixels < 1) {
            throw new IllegalArgumentException("--max-megapixels takes 1 or more, found " + maxMegapixels);
        }
        return DecodeLimits.DEFAULT.withMaxPixels(maxMegapixels * 1_000_000L);
    }

    String device() {
        return engine.device();
    }

    /** The models that the user named, and those that come with the program. */
    List<Model> models() {
        List<Model> models = new ArrayList<>();
        for (String name : new String[] {detectorModel, classifierModel}) {
            if (name != null) {
                models.add(Model.named(name));
            }
        }
        models.addAll(Model.shipped());
        return models;
    }
}
