package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faces of the sample picture, cut out, as data of seven pictures. */
class AccuracyByQualityTest {

    /** Where each lies, in two rows. */
    private static final Map<String, Point> PLACES = Map.of(
            "angry", new Point(35, 43),
            "disgust", new Point(296, 40),
            "fear", new Point(557, 43),
            "sad", new Point(165, 300),
            "surprise", new Point(425, 305),
            "neutral", new Point(686, 298),
            "happy", new Point(815, 40));

    private static final int SIDE = 190;

    @TempDir
    Path data;

    @BeforeEach
    void cut() throws IOException {
        BufferedImage sample =
                ImageIO.read(Path.of("..", "samples", "seven-expressions.png").toFile());
        for (Map.Entry<String, Point> face : PLACES.entrySet()) {
            Path folder = Files.createDirectories(data.resolve(face.getKey()));
            BufferedImage crop = sample.getSubimage(face.getValue().x, face.getValue().y, SIDE, SIDE);
            ImageIO.write(crop, "png", folder.resolve("face.png").toFile());
        }
    }

    @Test
    void aDetectorFindsPointsForBandsOfEyeDistanceAndYaw() {
        Run run = Run.of("evaluate-classifier", "--data", data, "--points-by");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("faces by quality")
                .containsPattern("eyeDistance: 48 and more +7 ")
                .containsPattern("yaw: under 10 +7 ")
                .containsPattern("roll: under 10 +7 ");
    }

    @Test
    void withoutADetectorTheCropsAloneAreMeasured() {
        Run run = Run.of("evaluate-classifier", "--data", data, "--by-quality", "--format", "json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("\"measure\" : \"sharpness\"", "\"measure\" : \"brightness\"")
                .doesNotContain("\"measure\" : \"yaw\"");
    }
}
