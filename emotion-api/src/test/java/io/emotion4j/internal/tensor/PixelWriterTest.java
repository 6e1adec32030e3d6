package io.emotion4j.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.TensorLayout;
import io.emotion4j.model.TensorType;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelWriterTest {

    private static final RgbImage PICTURE =
            PaintedPictures.painted(40, 20, (x, y) -> (6 * x) << 16 | (12 * y) << 8 | (x * x + 7 * y) % 256);

    private static InputSpec.Builder pixels() {
        return InputSpec.builder("input")
                .type(TensorType.UINT8)
                .layout(TensorLayout.NHWC)
                .channels(ChannelOrder.RGB);
    }

    private static byte[] written(RgbImage image, Affine toSource, int width, int height) {
        ByteBuffer target = ByteBuffer.allocateDirect(3 * width * height);
        PixelWriter.write(image, toSource, width, height, Border.constant(9), target);
        byte[] bytes = new byte[target.remaining()];
        target.get(0, bytes);
        assertThat(target.position()).isZero();
        return bytes;
    }

    @Test
    void itSuitsNetworksThatTakePixelsAsTheyAre() {
        assertThat(PixelWriter.suits(pixels().build())).isTrue();
        List<Float> zeros = List.of(0f, 0f, 0f);
        List<Float> ones = List.of(1f, 1f, 1f);
        assertThat(PixelWriter.suits(pixels().type(TensorType.INT8).build())).isFalse();
        assertThat(PixelWriter.suits(pixels().layout(TensorLayout.NCHW).build()))
                .isFalse();
        assertThat(PixelWriter.suits(pixels().channels(ChannelOrder.BGR).build()))
                .isFalse();
        assertThat(PixelWriter.suits(pixels().channels(ChannelOrder.GRAY).build()))
                .isFalse();
        assertThat(PixelWriter.suits(pixels().values(0.5f, zeros, ones).build()))
                .isFalse();
        assertThat(PixelWriter.suits(pixels().values(1, ones, ones).build())).isFalse();
        assertThat(PixelWriter.suits(
                        pixels().values(1, zeros, List.of(1f, 1f, 2f)).build()))
                .isFalse();
    }

    @Test
    void aPictureOfTheInputsSizeIsCopied() {
        assertThat(written(PICTURE, Affine.IDENTITY, 40, 20)).isEqualTo(PICTURE.toRgbBytes());
    }

    @Test
    void whatThePictureDoesNotFillHasTheBordersValue() {
        byte[] bytes = written(PICTURE, Affine.IDENTITY, 48, 24);
        byte[] source = PICTURE.toRgbBytes();
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 48; x++) {
                for (int c = 0; c < 3; c++) {
                    boolean inside = x < 40 && y < 20;
                    assertThat(bytes[3 * (y * 48 + x) + c])
                            .as("%d, %d, %d", x, y, c)
                            .isEqualTo(inside ? source[3 * (y * 40 + x) + c] : 9);
                }
            }
        }
    }

    /** Larger, smaller, and turned. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 0", "1.7, 1.3, 0", "0.9, 0.9, 0.3"})
    void theyAreTheTensorWritersRounded(double across, double down, double turn) {
        Affine toSource = new Affine(across, turn, 1.5, -turn, down, 2.25);
        float[] numbers = new float[3 * 32 * 16];
        FloatBuffer floats = FloatBuffer.wrap(numbers);
        TensorWriter.of(pixels().type(TensorType.FLOAT32).build())
                .write(PICTURE, toSource, 32, 16, Border.constant(9), floats, 0);
        byte[] bytes = written(PICTURE, toSource, 32, 16);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(bytes[i] & 0xff).as("value %d", i).isEqualTo((int) Math.floor(numbers[i] + 0.5));
        }
    }
}
