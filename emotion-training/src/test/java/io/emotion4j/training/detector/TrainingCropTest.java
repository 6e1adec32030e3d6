package io.emotion4j.training.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingCropTest {

    private static final int SIDE = 160;

    /** Of the picture's subject: the right eye is on the left. */
    private static final Landmarks POINTS = new Landmarks(
            new Point(72, 60), new Point(98, 60), new Point(85, 72), new Point(75, 84), new Point(95, 84));

    private static final TrainingFace FACE = new TrainingFace(new BoundingBox(60, 40, 50, 60), POINTS, false);
    private static final TrainingFace FAR = new TrainingFace(new BoundingBox(400, 300, 20, 20), null, false);

    @TempDir
    Path folder;

    private DetectionPicture picture;

    @BeforeEach
    void writePicture() throws IOException {
        Path file = folder.resolve("a.png");
        ImageIO.write(new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        picture = new DetectionPicture(file, List.of(FACE, FAR));
    }

    @Test
    void faceLiesWhereItsPixelsCome() {
        int whole = 0;
        for (int seed = 0; seed < 200; seed++) {
            for (TrainingCrop crop : both(seed)) {
                for (TrainingFace face : crop.faces()) {
                    BoundingBox box = face.box();
                    assertThat(box.x()).isBetween(0f, (float) SIDE);
                    assertThat(box.right()).isBetween(0f, (float) SIDE + 0.01f);
                    if (face.landmarks() != null && isWhole(box)) {
                        whole++;
                        double x = box.x() + box.width() / 2;
                        double y = box.y() + box.height() / 2;
                        assertThat(crop.toSource().x(x, y)).isCloseTo(85, within(0.01));
                        assertThat(crop.toSource().y(x, y)).isCloseTo(70, within(0.01));
                        Point nose = face.landmarks().nose();
                        assertThat(crop.toSource().x(nose.x(), nose.y())).isCloseTo(85, within(0.01));
                        assertThat(crop.toSource().y(nose.x(), nose.y())).isCloseTo(72, within(0.01));
                    }
                }
            }
        }
        assertThat(whole).as("crops that show the whole face").isGreaterThan(50);
    }

    @Test
    void rightEyeStaysOnTheLeftInMirrorPictures() {
        int mirrored = 0;
        for (int seed = 0; seed < 100; seed++) {
            for (TrainingCrop crop : both(seed)) {
                mirrored += crop.toSource().m00() < 0 ? 1 : 0;
                for (TrainingFace face : crop.faces()) {
                    Landmarks points = face.landmarks();
                    if (points != null) {
                        assertThat(points.rightEye().x())
                                .isLessThan(points.leftEye().x());
                        assertThat(points.rightMouthCorner().x())
                                .isLessThan(points.leftMouthCorner().x());
                    }
                }
            }
        }
        assertThat(mirrored).isBetween(60, 140);
    }

    @Test
    void tileShowsItsFacesAtAboutTheirOwnSize() {
        int near = 0;
        for (int seed = 0; seed < 100; seed++) {
            double scale = Math.hypot(
                    TrainingCrop.drawTile(picture, SIDE, new Random(seed))
                            .toSource()
                            .m00(),
                    TrainingCrop.drawTile(picture, SIDE, new Random(seed))
                            .toSource()
                            .m10());
            assertThat(scale).isGreaterThan(1 / 1.81);
            near += scale > 0.6 && scale < 1.7 ? 1 : 0;
        }
        assertThat(near).isGreaterThan(70);
    }

    @Test
    void someFacesFillTheCropAndGoBeyondIt() {
        int filling = 0;
        int beyond = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed * 7919L);
            random.nextLong();
            for (TrainingFace face : TrainingCrop.draw(picture, SIDE, random).faces()) {
                BoundingBox box = face.box();
                boolean large = face.size() > 0.6 * SIDE && !face.ignored();
                filling += large ? 1 : 0;
                beyond += large && !isWhole(box) ? 1 : 0;
            }
        }
        assertThat(filling).isBetween(15, 150);
        assertThat(beyond).isBetween(5, filling);
    }

    private List<TrainingCrop> both(int seed) {
        return List.of(
                TrainingCrop.draw(picture, SIDE, new Random(seed)),
                TrainingCrop.drawTile(picture, SIDE, new Random(seed)));
    }

    private static boolean isWhole(BoundingBox box) {
        return box.x() > 0 && box.y() > 0 && box.right() < SIDE && box.bottom() < SIDE;
    }
}
