package io.emotion4j.training.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.BoundingBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faces are red squares on green. */
class CropPainterTest {

    private static final int SIDE = 128;
    private static final int PLANE = SIDE * SIDE;

    @TempDir
    Path folder;

    private List<DetectionPicture> pictures;

    @BeforeEach
    void writePicture() throws IOException {
        BufferedImage image = new BufferedImage(200, 160, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.GREEN);
        graphics.fillRect(0, 0, 200, 160);
        graphics.setColor(Color.RED);
        graphics.fillRect(60, 40, 40, 40);
        graphics.dispose();
        Path file = folder.resolve("a.png");
        ImageIO.write(image, "png", file.toFile());
        TrainingFace face = new TrainingFace(new BoundingBox(60, 40, 40, 40), null, false);
        pictures = List.of(new DetectionPicture(file, List.of(face)));
    }

    @Test
    void facesAreWhereTheirPixelsAre() {
        int coloured = 0;
        int red = 0;
        int most = 0;
        for (int seed = 0; seed < 300; seed++) {
            float[] planes = new float[3 * PLANE + 1];
            Random random = new Random(seed * 7919L);
            random.nextLong();
            List<TrainingFace> faces = CropPainter.changing(SIDE, 0.6).paint(pictures, random, planes, 1);
            most = Math.max(most, faces.size());
            for (TrainingFace face : faces) {
                BoundingBox box = face.box();
                int x = (int) (box.x() + box.width() / 2);
                int y = (int) (box.y() + box.height() / 2);
                int at = 1 + Math.min(SIDE - 1, y) * SIDE + Math.min(SIDE - 1, x);
                float difference = planes[at] - planes[at + PLANE];
                coloured += difference == 0 ? 0 : 1;
                red += difference > 0 ? 1 : 0;
            }
        }
        assertThat(most).as("faces of a mosaic").isEqualTo(4);
        assertThat(coloured).isGreaterThan(300);
        // The others are covered in the middle.
        assertThat(red / (double) coloured).isBetween(0.8, 0.99);
    }

    @Test
    void sameSeedPaintsTheSame() {
        float[] once = new float[3 * PLANE];
        float[] again = new float[3 * PLANE];
        Arrays.fill(again, 9);

        List<TrainingFace> faces = CropPainter.changing(SIDE, 0.6).paint(pictures, new Random(5), once, 0);

        assertThat(CropPainter.changing(SIDE, 0.6).paint(pictures, new Random(5), again, 0))
                .isEqualTo(faces);
        assertThat(again).isEqualTo(once);
    }

    @Test
    void plainCropsShowThePictureAsItIs() {
        for (int seed = 0; seed < 50; seed++) {
            float[] planes = new float[3 * PLANE];

            List<TrainingFace> faces = CropPainter.plain(SIDE).paint(pictures, new Random(seed * 7919L), planes, 0);

            assertThat(faces).as("no mosaic").hasSizeLessThan(2);
            for (TrainingFace face : faces) {
                int x = (int) (face.box().x() + face.box().width() / 2);
                int y = (int) (face.box().y() + face.box().height() / 2);
                int at = Math.min(SIDE - 1, y) * SIDE + Math.min(SIDE - 1, x);
                if (!face.ignored()) {
                    assertThat(List.of(planes[at], planes[at + PLANE], planes[at + 2 * PLANE]))
                            .as("red, not covered")
                            .containsExactly(2f, -2f, -2f);
                }
            }
        }
    }
}
