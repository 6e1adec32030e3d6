package io.emotion4j.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.TensorLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorWriterTest {

    private static final Border BLACK = Border.constant(0);

    /** Two by two: red, green; blue, white. */
    private static final RgbImage COLOURS =
            PaintedPictures.painted(2, 2, (x, y) -> new int[] {0xff0000, 0x00ff00, 0x0000ff, 0xffffff}[2 * y + x]);

    static InputSpec input(TensorLayout layout, ChannelOrder channels, float scale, List<Float> mean, List<Float> std) {
        return InputSpec.builder("input")
                .size(2, 2)
                .layout(layout)
                .channels(channels)
                .values(scale, mean, std)
                .build();
    }

    private static TensorWriter plain(TensorLayout layout, ChannelOrder channels) {
        boolean gray = channels == ChannelOrder.GRAY;
        return TensorWriter.of(input(
                layout,
                channels,
                1,
                gray ? List.of(0f) : List.of(0f, 0f, 0f),
                gray ? List.of(1f) : List.of(1f, 1f, 1f)));
    }

    private static float[] written(TensorWriter writer, RgbImage image, int floats) {
        FloatBuffer buffer = FloatBuffer.allocate(floats);
        writer.write(image, Affine.IDENTITY, image.width(), image.height(), BLACK, buffer, 0);
        return buffer.array();
    }

    @Test
    void nchwHasAPlaneAChannel() {
        assertThat(written(plain(TensorLayout.NCHW, ChannelOrder.RGB), COLOURS, 12))
                .containsExactly(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255);
    }

    @Test
    void bgrStartsWithBlue() {
        assertThat(written(plain(TensorLayout.NCHW, ChannelOrder.BGR), COLOURS, 12))
                .containsExactly(0, 0, 255, 255, 0, 255, 0, 255, 255, 0, 0, 255);
    }

    @Test
    void nhwcHasTheChannelsOfAPixelSideBySide() {
        assertThat(written(plain(TensorLayout.NHWC, ChannelOrder.RGB), COLOURS, 12))
                .containsExactly(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255);
        assertThat(written(plain(TensorLayout.NHWC, ChannelOrder.BGR), COLOURS, 12))
                .containsExactly(0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255);
    }

    @Test
    void grayIsLumaByItuR601() {
        for (TensorLayout layout : TensorLayout.values()) {
            assertThat(written(plain(layout, ChannelOrder.GRAY), COLOURS, 4))
                    .containsExactly(new float[] {76.245f, 149.685f, 29.07f, 255f}, within(1e-3f));
        }
    }

    @Test
    void valuesAreScaledThenNormalised() {
        TensorWriter writer = TensorWriter.of(input(
                TensorLayout.NCHW, ChannelOrder.BGR, 1 / 255f, List.of(0.1f, 0.2f, 0.3f), List.of(0.5f, 0.25f, 2f)));
        float[] values = written(writer, COLOURS, 12);
        assertThat(values[0]).as("blue of red").isCloseTo((0 - 0.1f) / 0.5f, within(1e-6f));
        assertThat(values[3]).as("blue of white").isCloseTo((1 - 0.1f) / 0.5f, within(1e-6f));
        assertThat(values[7]).as("green of white").isCloseTo((1 - 0.2f) / 0.25f, within(1e-6f));
        assertThat(values[8]).as("red of red").isCloseTo((1 - 0.3f) / 2f, within(1e-6f));
    }

    @Test
    void allByteValuesComeThroughExactly() {
        RgbImage ramp = PaintedPictures.gray(256, 1, (x, y) -> x);
        float[] values = written(plain(TensorLayout.NCHW, ChannelOrder.RGB), ramp, 768);
        for (int i = 0; i < 768; i++) {
            assertThat(values[i]).isEqualTo(i % 256);
        }
    }

    @Test
    void aPictureOfABatchLandsAtItsOffsetAndNowhereElse() {
        FloatBuffer buffer =
                ByteBuffer.allocateDirect(4 * 16).order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int i = 0; i < 16; i++) {
            buffer.put(i, -1);
        }
        buffer.position(3);
        plain(TensorLayout.NCHW, ChannelOrder.RGB).write(COLOURS, Affine.IDENTITY, 2, 2, BLACK, buffer, 2);
        assertThat(buffer.position()).isEqualTo(3);
        assertThat(buffer.get(1)).isEqualTo(-1);
        assertThat(buffer.get(2)).isEqualTo(255);
        assertThat(buffer.get(13)).isEqualTo(255);
        assertThat(buffer.get(14)).isEqualTo(-1);
    }

    @Test
    void aBufferThatIsTooSmallIsRefused() {
        FloatBuffer small = FloatBuffer.allocate(11);
        TensorWriter writer = plain(TensorLayout.NCHW, ChannelOrder.RGB);
        assertThatThrownBy(() -> writer.write(COLOURS, Affine.IDENTITY, 2, 2, BLACK, small, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void letterboxedPixelsOutsideAreTheBorderNormalised() {
        TensorWriter writer =
                TensorWriter.of(input(TensorLayout.NCHW, ChannelOrder.GRAY, 1, List.of(10f), List.of(2f)));
        FloatBuffer buffer = FloatBuffer.allocate(12);
        writer.write(COLOURS, Affine.IDENTITY, 4, 3, Border.constant(20), buffer, 0);
        assertThat(buffer.get(2)).isEqualTo(5);
        assertThat(buffer.get(11)).isEqualTo(5);
        assertThat(buffer.get(5)).isCloseTo(122.5f, within(1e-3f));
    }

    @Test
    void theRoundedPictureIsWhatTheTensorHolds() {
        RgbImage source = PaintedPictures.noise(200, 150, 8);
        Affine toSource = new Affine(1.9, -0.4, 20, 0.4, 1.9, 5);
        RgbImage seen = RgbSampler.sample(source, toSource, 48, 48, BLACK);
        FloatBuffer buffer = FloatBuffer.allocate(3 * 48 * 48);
        plain(TensorLayout.NHWC, ChannelOrder.RGB).write(source, toSource, 48, 48, BLACK, buffer, 0);
        for (int i = 0; i < 3 * 48 * 48; i++) {
            assertThat(buffer.get(i))
                    .isCloseTo(PaintedPictures.channel(seen, i / 3 % 48, i / 144, i % 3), within(0.501f));
        }
    }

    @Test
    void pixelsAsTheyAreComeOutToTheBitAsSampledOnes() {
        List<Float> mean = List.of(0.485f, 0.456f, 0.406f);
        List<Float> std = List.of(0.229f, 0.224f, 0.225f);
        RgbImage picture = PaintedPictures.painted(37, 21, (x, y) -> x * 70 + y * 4001 & 0xffffff);
        for (TensorLayout layout : TensorLayout.values()) {
            for (ChannelOrder channels : new ChannelOrder[] {ChannelOrder.RGB, ChannelOrder.BGR}) {
                InputSpec spec = input(layout, channels, 1 / 255f, mean, std);
                FloatBuffer found = FloatBuffer.allocate(64 * 32 * 3);
                TensorWriter.of(spec).write(picture, Affine.IDENTITY, 64, 32, Border.constant(7), found, 0);
                assertThat(found.array()).as("%s %s", layout, channels).isEqualTo(sampled(spec, picture, 64, 32));
            }
        }
    }

    /** As every row is written that is not the picture's own pixels. */
    private static float[] sampled(InputSpec spec, RgbImage picture, int width, int height) {
        RowSampler sampler =
                new AlignedSampler(RgbPixels.of(picture), Affine.IDENTITY, width, height, Border.constant(7));
        boolean interleaved = spec.layout() == TensorLayout.NHWC;
        float[] all = new float[3 * width * height];
        for (int y = 0; y < height; y++) {
            long[] row = new long[width];
            sampler.sample(y, row);
            float[] values = new float[3 * width];
            PixelFormat.of(spec)
                    .write(row, sampler.fractionBits(), values, interleaved ? 3 : 1, interleaved ? 1 : width);
            for (int i = 0; i < values.length; i++) {
                int at = interleaved ? y * values.length + i : (i / width * height + y) * width + i % width;
                all[at] = values[i];
            }
        }
        return all;
    }
}
