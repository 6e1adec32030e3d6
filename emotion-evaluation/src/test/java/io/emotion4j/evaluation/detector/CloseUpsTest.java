package io.emotion4j.evaluation.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.evaluation.data.AnnotatedFace;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** White faces on black; the detector finds the white. */
class CloseUpsTest {

    private static final BoundingBox FACE = new BoundingBox(100, 50, 80, 100);
    private static final BoundingBox AT_BORDER = new BoundingBox(300, 0, 100, 100);

    @TempDir
    private Path folder;

    private AnnotatedPicture picture = new AnnotatedPicture("", Path.of(""), List.of());

    @BeforeEach
    void draw() throws IOException {
        BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        for (BoundingBox box : List.of(FACE, AT_BORDER)) {
            graphics.fillRect((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height());
        }
        graphics.dispose();
        Path file = folder.resolve("two.png");
        ImageIO.write(image, "png", file.toFile());
        picture = new AnnotatedPicture(
                "two",
                file,
                List.of(
                        new AnnotatedFace(FACE, false, null),
                        new AnnotatedFace(AT_BORDER, false, null),
                        new AnnotatedFace(new BoundingBox(0, 0, 60, 60), false, null),
                        new AnnotatedFace(new BoundingBox(0, 0, 90, 90), true, null)));
    }

    @Test
    void everyLargeFaceIsFoundWithEveryMarginWhereItLies() throws IOException {
        CloseUps closeUps = closeUps(image -> List.of(new Face(white(image), 0.9f, null)));

        assertThat(closeUps.faces()).isEqualTo(2);
        assertThat(closeUps.byMargin())
                .extracting(CloseUps.OfMargin::margin, CloseUps.OfMargin::found)
                .containsExactly(tuple(0.0, 2), tuple(0.1, 2), tuple(0.2, 2), tuple(0.4, 2));
        assertThat(closeUps.share()).isEqualTo(1);
        assertThat(closeUps.elsewhere()).isZero();
        assertThat(closeUps.missed()).isEmpty();
    }

    @Test
    void picturesAre800PixelsAndHaveTheMargin() throws IOException {
        List<String> seen = new ArrayList<>();
        closeUps(image -> {
            BoundingBox white = white(image);
            seen.add("%dx%d: %.0f+%.0f".formatted(image.width(), image.height(), white.x(), white.width()));
            return List.of();
        });

        assertThat(seen)
                .startsWith("640x800: 0+640", "640x800: 53+534", "640x800: 91+458")
                .contains("800x800: 0+800", "800x800: 73+727");
    }

    @Test
    void whatIsUnsureOrElsewhereIsNotFound() throws IOException {
        CloseUps closeUps = closeUps(image ->
                List.of(new Face(white(image), 0.4f, null), new Face(new BoundingBox(0, 0, 100, 100), 0.9f, null)));

        assertThat(closeUps.share()).isZero();
        assertThat(closeUps.elsewhere()).isEqualTo(8);
        assertThat(closeUps.missed()).containsExactly("two", "two");
    }

    @Test
    void aFaceOutsideItsPictureIsNamed() {
        picture = new AnnotatedPicture(
                "two", picture.file(), List.of(new AnnotatedFace(new BoundingBox(500, 0, 80, 80), false, null)));

        assertThatThrownBy(() -> closeUps(image -> List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(picture.file().toString())
                .hasMessageContaining("lies outside its 400x200 pixels");
    }

    @Test
    void facesWithoutAnAreaAreNotAskedFor() {
        assertThatThrownBy(() -> new DetectorEvaluation(20, 0.5, 1).closeUps(image -> List.of(), List.of(picture), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0");
    }

    private CloseUps closeUps(FaceDetector detector) throws IOException {
        return new DetectorEvaluation(20, 0.5, 1).closeUps(detector, List.of(picture), 70);
    }

    private static BoundingBox white(RgbImage image) {
        int left = image.width();
        int right = 0;
        int top = image.height();
        int bottom = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if ((image.rgb(x, y) & 255) > 127) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new BoundingBox(left, top, right - left, bottom - top);
    }
}
