package io.emotion4j.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlignedSamplerTest {

    private static final Border REPLICATE = Border.replicate();

    /**
     * Weights are rounded to 1/256 along each axis and the blended row to bytes: about one level at worst, on noise.
     */
    private static final double LEVELS = 2.5;

    @Test
    void identityIsExact() {
        for (int width = 1; width < 20; width++) {
            RgbImage source = PaintedPictures.noise(width, 5, width);
            RgbImage copy = RgbSampler.sample(source, Affine.IDENTITY, width, 5, Border.constant(7));
            assertThat(copy.toRgbBytes()).isEqualTo(source.toRgbBytes());
        }
    }

    @Test
    void croppingIsExact() {
        RgbImage source = PaintedPictures.noise(30, 20, 1);
        RgbImage crop = RgbSampler.sample(source, Affine.scaled(1, 1, 11, 6), 19, 14, Border.constant(0));
        for (int y = 0; y < 14; y++) {
            for (int x = 0; x < 19; x++) {
                assertThat(crop.rgb(x, y)).isEqualTo(source.rgb(x + 11, y + 6));
            }
        }
    }

    @Test
    void mirroringIsExact() {
        RgbImage source = PaintedPictures.noise(9, 4, 2);
        RgbImage mirrored = RgbSampler.sample(source, new Affine(-1, 0, 9, 0, 1, 0), 9, 4, REPLICATE);
        for (int x = 0; x < 9; x++) {
            assertThat(mirrored.rgb(x, 2)).isEqualTo(source.rgb(8 - x, 2));
        }
    }

    @Test
    void paddingSurroundsTheSource() {
        RgbImage source = PaintedPictures.gray(2, 2, (x, y) -> 200);
        RgbImage padded = RgbSampler.sample(source, Affine.scaled(1, 1, -1, -1), 4, 4, Border.constant(50));
        assertThat(padded.rgb(0, 0)).isEqualTo(0x323232);
        assertThat(padded.rgb(1, 2)).isEqualTo(0xc8c8c8);
        assertThat(padded.rgb(3, 1)).isEqualTo(0x323232);
        assertThat(padded.rgb(1, 3)).isEqualTo(0x323232);
    }

    @Test
    void aSourceThatIsOutOfSightLeavesPaddingOnly() {
        RgbImage source = PaintedPictures.noise(5, 5, 3);
        RgbImage away = RgbSampler.sample(source, Affine.scaled(2, 2, 1000, -1000), 3, 3, Border.constant(9));
        assertThat(away.toRgbBytes()).containsOnly(9);
    }

    @Test
    void agreesWithTheDefinitionForAnyScaleShiftAndBorder() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            RgbImage source = PaintedPictures.noise(1 + random.nextInt(40), 1 + random.nextInt(40), i);
            double scaleX = Math.exp(random.nextGaussian()) * (random.nextInt(4) == 0 ? -1 : 1);
            double scaleY = Math.exp(random.nextGaussian()) * (random.nextInt(4) == 0 ? -1 : 1);
            Affine toSource = Affine.scaled(scaleX, scaleY, random.nextInt(60) - 10.3, random.nextInt(60) - 20.7);
            Border border = random.nextBoolean() ? REPLICATE : Border.constant(random.nextInt(256));
            int width = 1 + random.nextInt(20);
            int height = 1 + random.nextInt(20);
            RgbImage sampled = RgbSampler.sample(source, toSource, width, height, border);
            for (int k = 0; k < 20; k++) {
                int x = random.nextInt(width);
                int y = random.nextInt(height);
                int channel = random.nextInt(3);
                assertThat((double) PaintedPictures.channel(sampled, x, y, channel))
                        .as("%s of %s at %d,%d with %s", source, toSource, x, y, border)
                        .isCloseTo(Reference.area(source, toSource, x, y, channel, border), within(LEVELS));
            }
        }
    }

    @Test
    void shrinkingKeepsTheMean() {
        RgbImage source = PaintedPictures.noise(640, 480, 5);
        RgbImage small = RgbSampler.sample(source, Affine.scaled(10, 10, 0, 0), 64, 48, REPLICATE);
        assertThat(mean(small)).isCloseTo(mean(source), within(0.6));
    }

    @Test
    void stripesFinerThanAPixelBecomeGrayAndDoNotAlias() {
        RgbImage stripes = PaintedPictures.gray(300, 300, (x, y) -> (x + y) % 2 * 255);
        RgbImage small = RgbSampler.sample(stripes, Affine.scaled(3.1, 3.1, 0, 0), 90, 90, REPLICATE);
        for (int x = 0; x < 90; x++) {
            assertThat(small.rgb(x, 45) & 0xff).isBetween(110, 146);
        }
    }

    @Test
    void aConstantPictureStaysConstant() {
        RgbImage white = PaintedPictures.gray(100, 70, (x, y) -> 255);
        for (double scale : new double[] {0.3, 0.99, 1.01, 2.7, 9.3, 60, 700}) {
            RgbImage sampled = RgbSampler.sample(white, Affine.scaled(scale, scale, 3.3, 1.7), 13, 9, REPLICATE);
            assertThat(sampled.toRgbBytes()).containsOnly(255);
        }
    }

    private static double mean(RgbImage image) {
        long sum = 0;
        byte[] bytes = image.toRgbBytes();
        for (byte b : bytes) {
            sum += b & 0xff;
        }
        return (double) sum / bytes.length;
    }
}
