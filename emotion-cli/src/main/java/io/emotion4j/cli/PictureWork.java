package io.emotion4j.cli;

import io.emotion4j.Analysis;
import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.InferenceException;
import io.emotion4j.OcclusionMap;
import io.emotion4j.RgbImage;
import io.emotion4j.output.Result;
import io.emotion4j.output.Setup;
import io.emotion4j.output.draw.Annotator;
import io.emotion4j.output.draw.HeatMap;
import io.emotion4j.output.draw.PictureWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done with one picture: decode, analyze, draw. Thread-safe. */
final class PictureWork {

    private final EmotionAnalyzer analyzer;
    private final DecodeLimits limits;
    private final @Nullable Annotations annotations;
    private final @Nullable Annotations explanations;

    PictureWork(
            EmotionAnalyzer analyzer,
            DecodeLimits limits,
            @Nullable Annotations annotations,
            @Nullable Annotations explanations) {
        this.analyzer = analyzer;
        this.limits = limits;
        this.annotations = annotations;
        this.explanations = explanations;
    }

    Setup setup() {
        return Setup.of(analyzer);
    }

    /**
     * What came of a picture.
     *
     * @param result of the analysis, also where drawing failed
     * @param problem what went wrong, with the picture's name; null where nothing did
     */
    record Outcome(Result result, @Nullable String problem) {}

    /** What goes wrong with this picture is told, not thrown. */
    Outcome outcome(PictureSearch.Picture picture) {
        String name = picture.file().toString();
        RgbImage image = null;
        Analysis analysis;
        try {
            if (annotations == null && explanations == null) {
                analysis = analyzer.analyze(picture.file());
            } else {
                image = RgbImage.decode(picture.file(), limits);
                analysis = analyzer.analyze(image);
            }
        } catch (IOException | InferenceException e) {
            String problem = named(name, String.valueOf(e.getMessage()));
            return new Outcome(Result.failed(name, problem), problem);
        }
        return new Outcome(Result.of(name, analysis), image == null ? null : drawn(picture, image, analysis));
    }

    /** Draws, if that was asked for; what went wrong, or null. */
    private @Nullable String drawn(PictureSearch.Picture picture, RgbImage image, Analysis analysis) {
        String annotating = written(picture, annotations, "annotated", () -> Annotator.draw(image, analysis.faces()));
        // A picture without faces has nothing to explain.
        String explaining = analysis.faces().isEmpty()
                ? null
                : written(picture, explanations, "explained", () -> HeatMap.draw(explained(image, analysis)));
        return annotating == null ? explaining : explaining == null ? annotating : annotating + "; " + explaining;
    }

    private List<OcclusionMap> explained(RgbImage image, Analysis analysis) {
        return analysis.faces().stream()
                .map(face -> OcclusionMap.of(analyzer.classifier(), image, face.face(), face.emotion()))
                .toList();
    }

    private static @Nullable String written(
            PictureSearch.Picture picture, @Nullable Annotations places, String what, Supplier<BufferedImage> drawing) {
        if (places == null) {
            return null;
        }
        String name = picture.file().toString();
        try {
            Path place = places.placeOf(picture);
            PictureWriter.write(drawing.get(), place);
            return null;
        } catch (IOException | InferenceException e) {
            return named(name, "analyzed, but not " + what + ": " + e.getMessage());
        } catch (InvalidPathException e) {
            return named(name, "analyzed, but not " + what + ": its name has letters" + FileName.advice());
        }
    }

    /** {@return the problem, with the picture's name where it does not have that already} */
    static String named(String name, String problem) {
        return problem.contains(name) ? problem : name + ": " + problem;
    }
}
