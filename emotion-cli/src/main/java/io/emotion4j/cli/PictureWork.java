package io.emotion4j.cli;

import io.emotion4j.Analysis;
import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.InferenceException;
import io.emotion4j.RgbImage;
import io.emotion4j.output.Result;
import io.emotion4j.output.Setup;
import io.emotion4j.output.draw.Annotator;
import io.emotion4j.output.draw.PictureWriter;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import org.jspecify.annotations.Nullable;

/** What is done with one picture: decode, analyze, draw. Thread-safe. */
final class PictureWork {

    private final EmotionAnalyzer analyzer;
    private final DecodeLimits limits;
    private final @Nullable Annotations annotations;

    PictureWork(EmotionAnalyzer analyzer, DecodeLimits limits, @Nullable Annotations annotations) {
        this.analyzer = analyzer;
        this.limits = limits;
        this.annotations = annotations;
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
        RgbImage image;
        Analysis analysis;
        try {
            image = RgbImage.decode(picture.file(), limits);
            analysis = analyzer.analyze(image);
        } catch (IOException | InferenceException e) {
            String problem = named(name, String.valueOf(e.getMessage()));
            return new Outcome(Result.failed(name, problem), problem);
        }
        return new Outcome(Result.of(name, analysis), drawn(picture, image, analysis));
    }

    /** Draws, if that was asked for; what went wrong, or null. */
    private @Nullable String drawn(PictureSearch.Picture picture, RgbImage image, Analysis analysis) {
        if (annotations == null) {
            return null;
        }
        try {
            PictureWriter.write(Annotator.draw(image, analysis.faces()), annotations.placeOf(picture));
            return null;
        } catch (IOException e) {
            return named(picture.file().toString(), "analyzed, but not annotated: " + e.getMessage());
        } catch (InvalidPathException e) {
            return named(
                    picture.file().toString(), "analyzed, but not annotated: its name has letters" + FileName.advice());
        }
    }

    private static String named(String name, String problem) {
        return problem.contains(name) ? problem : name + ": " + problem;
    }
}
