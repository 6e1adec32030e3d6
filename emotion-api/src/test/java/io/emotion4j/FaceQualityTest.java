package io.emotion4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceQualityTest {

    private static final int SIDE = 96;

    /** Noise, seen through a window of so many pixels. */
    private static RgbImage noise(int window, int brightness) {
        Random random = new Random(1);
        float[] gray = new float[SIDE * SIDE];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (float) (brightness + 40 * random.nextGaussian());
        }
        byte[] pixels = new byte[gray.length * 3];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float sum = 0;
                for (int i = 0; i < window * window; i++) {
                    sum += gray[(y + i / window) % SIDE * SIDE + (x + i % window) % SIDE];
                }
                int value = Math.round(Math.max(0, Math.min(255, sum / window / window)));
                for (int c = 0; c < 3; c++) {
                    pixels[(y * SIDE + x) * 3 + c] = (byte) value;
                }
            }
        }
        return RgbImage.of(SIDE, SIDE, pixels);
    }

    private static FaceQuality whole(RgbImage image) {
        return FaceQuality.of(image, Face.filling(image));
    }

    @Test
    void blurredPicturesHaveLessSharpness() {
        float sharp = whole(noise(1, 128)).sharpness();
        assertThat(whole(noise(5, 128)).sharpness()).isLessThan(sharp / 2);
    }

    @Test
    void brightnessIsTheMeanOfTheFaceAlone() {
        assertThat(whole(noise(1, 80)).brightness()).isCloseTo(80, within(1f));
        byte[] half = new byte[SIDE * SIDE * 3];
        for (int i = 0; i < half.length; i++) {
            half[i] = (byte) (i / 3 % SIDE < SIDE / 2 ? 200 : 0);
        }
        RgbImage image = RgbImage.of(SIDE, SIDE, half);
        Face left = new Face(new BoundingBox(2, 20, 40, 40), 1, null);
        assertThat(FaceQuality.of(image, left).brightness()).isCloseTo(200, within(0.5f));
    }

    @Test
    void withoutLandmarksThereAreNoAngles() {
        FaceQuality quality = whole(noise(1, 128));
        assertThat(quality.eyeDistance()).isNull();
        assertThat(quality.yaw()).isNull();
        assertThat(quality.roll()).isNull();
    }

    /** A head of 63 mm between the eyes and a nose 35 mm before them, a pixel a millimetre, turned and tilted. */
    @ParameterizedTest
    @CsvSource({"0, 0", "20, 0", "-35, 0", "0, 15", "25, -30", "50, 80"})
    void angleOfATurnedHeadIsFound(double yaw, double roll) {
        Landmarks points = new Landmarks(
                seen(-31.5, 0, 0, yaw, roll),
                seen(31.5, 0, 0, yaw, roll),
                seen(0, 40, 35, yaw, roll),
                seen(-25, 70, 10, yaw, roll),
                seen(25, 70, 10, yaw, roll));
        RgbImage image = noise(1, 128);
        FaceQuality quality = FaceQuality.of(image, new Face(new BoundingBox(0, 0, SIDE, SIDE), 1, points));
        assertThat(quality.roll()).isNotNull().isCloseTo((float) roll, within(0.1f));
        assertThat(quality.yaw()).isNotNull().isCloseTo((float) yaw, within(1f));
        assertThat(quality.eyeDistance())
                .isNotNull()
                .isCloseTo((float) (63 * Math.cos(Math.toRadians(yaw))), within(0.1f));
    }

    /** Across, down, towards the camera; turned to the subject's left, then tilted clockwise. */
    private static Point seen(double x, double y, double z, double yaw, double roll) {
        double a = Math.toRadians(yaw);
        double b = Math.toRadians(roll);
        double across = x * Math.cos(a) + z * Math.sin(a);
        return new Point((float) (48 + across * Math.cos(b) - y * Math.sin(b)), (float)
                (30 + across * Math.sin(b) + y * Math.cos(b)));
    }
}
