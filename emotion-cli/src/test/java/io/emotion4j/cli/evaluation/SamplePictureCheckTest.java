package io.emotion4j.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample picture as it lies in the repository, seen by a detector that had no part in it. */
class SamplePictureCheckTest {

    @TempDir
    Path folder;

    @Test
    void allSevenFacesAreFoundWithoutDoubt() throws IOException {
        List<Face> faces;
        try (FaceDetector detector = EmotionAnalyzer.builder()
                .detectorModel(Model.of(Shared.yunet("s", folder.resolve("detector"))))
                .buildDetector()) {
            faces = detector.detect(RgbImage.decode(Path.of("..", "samples", "seven-expressions.png")));
        }

        assertThat(faces)
                .hasSize(7)
                .allSatisfy(face -> assertThat(face.confidence()).isGreaterThan(0.85f));
    }
}
