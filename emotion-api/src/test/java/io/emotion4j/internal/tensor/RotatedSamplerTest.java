package io.emotion4j.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.TensorLayout;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RotatedSamplerTest {

    private static final Border REPLICATE = Border.replicate();

    private static Affine turned(double scale, double angle, double x, double y) {
        double c = scale * Math.cos(angle);
        double s = scale * Math.sin(angle);
        return new Affine(c, -s, x, s, c, y);
    }

    @Test
    void aQuarterTurnIsExact() {
        RgbImage source = PaintedPictures.noise(7, 5, 1);
        // Output (x, y) shows source (y, 5 - x): a turn to the right.
        RgbImage sampled = RgbSampler.sample(source, new Affine(0, 1, 0, -1, 0, 5), 5, 7, REPLICATE);
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 5; x++) {
                assertThat(sampled.rgb(x, y)).isEqualTo(source.rgb(y, 4 - x));
            }
        }
    }

    @Test
    void upToOneToOneItIsBilinear() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            RgbImage source = PaintedPictures.noise(1 + random.nextInt(20), 1 + random.nextInt(20), i);
            Affine toSource = turned(
                    0.2 + 0.8 * random.nextDouble(),
                    0.1 + random.nextDouble(),
                    random.nextInt(30) - 5.4,
                    random.nextInt(30) - 11.8);
            Border border = random.nextBoolean() ? REPLICATE : Border.constant(random.nextInt(256));
            RgbImage sampled = RgbSampler.sample(source, toSource, 12, 9, border);
            for (int k = 0; k < 20; k++) {
                int x = random.nextInt(12);
                int y = random.nextInt(9);
                int channel = random.nextInt(3);
                assertThat((double) PaintedPictures.channel(sampled, x, y, channel))
                        .as("%s of %s at %d,%d with %s", source, toSource, x, y, border)
                        .isCloseTo(Reference.bilinear(source, toSource, x, y, channel, border), within(2.0));
            }
        }
    }

    @Test
    void slopesStaySlopesAtAnyScaleAndAngle() {
        RgbImage slopes = PaintedPictures.slopes(600, 500);
        Random random = new Random(9);
        for (int i = 0; i < 100; i++) {
            double scale = Math.exp(random.nextDouble() * 3 - 1);
            double angle = random.nextDouble() * 2 * Math.PI;
            // Ten output pixels about a place well inside.
            double half = 5 * scale * Math.sqrt(2);
            double x = 300 - 5 * scale * (Math.cos(angle) - Math.sin(angle));
            double y = 250 - 5 * scale * (Math.sin(angle) + Math.cos(angle));
            Affine toSource = turned(scale, angle, x, y);
            RgbImage sampled = RgbSampler.sample(slopes, toSource, 10, 10, REPLICATE);
            for (int k = 0; k < 10; k++) {
                double sourceX = toSource.x(k + 0.5, 3.5);
                double sourceY = toSource.y(k + 0.5, 3.5);
                assertThat(Math.abs(sourceX - 300)).isLessThanOrEqualTo(half);
                // The picture's levels are cut to whole ones: half a level too dark on average.
                assertThat((double) PaintedPictures.channel(sampled, k, 3, 0))
                        .as("red at scale %s", scale)
                        .isCloseTo((sourceX - 0.5) * 255 / 599 - 0.5, within(1.25));
                assertThat((double) PaintedPictures.channel(sampled, k, 3, 1))
                        .as("green at scale %s", scale)
                        .isCloseTo((sourceY - 0.5) * 255 / 499 - 0.5, within(1.25));
            }
        }
    }

    @Test
    void agreesWithAreaAveragingWhereTheAngleIsNearlyNothing() {
        // Not noise: the kernels have the same width but not the same shape.
        RgbImage smooth = PaintedPictures.gray(400, 400, (x, y) ->
                (int) Math.round(127 + 60 * Math.sin(x / 9.0) + 60 * Math.cos(y / 7.0)));
        for (double scale : new double[] {1.0, 1.3, 1.7, 1.8, 2.5, 4, 8}) {
            RgbImage straight = RgbSampler.sample(smooth, Affine.scaled(scale, scale, 20, 20), 40, 40, REPLICATE);
            RgbImage turned = RgbSampler.sample(smooth, turned(scale, 1e-7, 20, 20), 40, 40, REPLICATE);
            for (int y = 0; y < 40; y++) {
                for (int x = 0; x < 40; x++) {
                    assertThat(turned.rgb(x, y) & 0xff)
                            .as("at scale %s", scale)
                            .isCloseTo(straight.rgb(x, y) & 0xff, within(4));
                }
            }
        }
    }

    /** So that engines, which differ in the last bits of a face's landmarks, see the same face. */
    @Test
    void aPlaceThatMovesByALastBitChangesNothingThatCanBeSeen() {
        RgbImage noise = PaintedPictures.noise(400, 300, 8);
        TensorWriter writer = TensorWriter.of(TensorWriterTest.input(
                TensorLayout.NCHW, ChannelOrder.RGB, 1, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f)));
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            double scale = Math.exp(random.nextDouble() * 3 - 1);
            double angle = random.nextDouble() * 2 * Math.PI;
            double x = random.nextDouble() * 400;
            // A row's first place lies on a pixel's edge, where the region that is shrunk begins elsewhere.
            double y = random.nextInt(300);
            FloatBuffer here = FloatBuffer.allocate(3 * 16 * 16);
            FloatBuffer there = FloatBuffer.allocate(3 * 16 * 16);
            writer.write(noise, turned(scale, angle, x, y - 1e-5), 16, 16, REPLICATE, here, 0);
            writer.write(noise, turned(scale, angle + 1e-6, x + 1e-5, y + 1e-5), 16, 16, REPLICATE, there, 0);
            for (int k = 0; k < here.capacity(); k++) {
                assertThat(there.get(k)).as("at scale %s", scale).isCloseTo(here.get(k), within(0.02f));
            }
        }
    }

    @Test
    void stripesFinerThanAPixelFadeAndDoNotAlias() {
        RgbImage stripes = PaintedPictures.gray(900, 900, (x, y) -> (x + y) % 2 * 255);
        for (double scale : new double[] {3, 5, 11}) {
            RgbImage small = RgbSampler.sample(stripes, turned(scale, 0.3, 400, 200), 20, 20, REPLICATE);
            for (int x = 0; x < 20; x++) {
                assertThat(small.rgb(x, 9) & 0xff).as("at scale %s", scale).isBetween(95, 160);
            }
        }
    }

    @Test
    void aConstantPictureStaysConstant() {
        RgbImage white = PaintedPictures.gray(90, 70, (x, y) -> 255);
        for (double scale : new double[] {0.3, 1, 1.2, 1.7, 1.74, 2.7, 9.3, 60, 1e4, 1e9}) {
            RgbImage sampled = RgbSampler.sample(white, turned(scale, 0.7, -12, 30), 16, 16, REPLICATE);
            // Adding four taps loses up to three 256ths of a level.
            assertThat(sampled.toRgbBytes()).containsOnly(255);
        }
    }

    @Test
    void placesFarAwayShowTheBorder() {
        RgbImage source = PaintedPictures.noise(20, 20, 3);
        for (double far : new double[] {1e6, 1e15, -1e15, 1e30}) {
            for (double scale : new double[] {0.5, 1.5, 30, 1e12}) {
                RgbImage away = RgbSampler.sample(source, turned(scale, 0.4, far, far), 4, 4, Border.constant(77));
                assertThat(away.width()).isEqualTo(4);
                if (scale < far / 100) {
                    assertThat(away.toRgbBytes()).containsOnly(77);
                }
            }
        }
    }
}
