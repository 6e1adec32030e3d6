package io.emotion4j.cli;

import io.emotion4j.Analysis;
import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.InferenceException;
import io.emotion4j.RgbImage;
import io.emotion4j.output.Result;
import io.emotion4j.output.Setup;
import io.emotion4j.output.draw.Annotator;
import io.emotion4j.output.draw.PictureFile;
import java.io.IOException;
import java.nio.file.Path;
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

    /** The result; what goes wrong with this picture is an error in it, not a throw. */
    Result result(PictureSearch.Picture picture) {
        String name = picture.file().toString();
        try {
            Path place = annotations == null ? null : annotations.placeOf(picture);
            RgbImage image = RgbImage.decode(picture.file(), limits);
            Analysis analysis = analyzer.analyze(image);
            if (place != null) {
                PictureFile.write(Annotator.draw(image, analysis.faces()), place);
            }
            return Result.of(name, analysis);
        } catch (IOException | InferenceException e) {
            String reason = String.valueOf(e.getMessage());
            return Result.failed(name, reason.contains(name) ? reason : name + ": " + reason);
        }
    }
}
