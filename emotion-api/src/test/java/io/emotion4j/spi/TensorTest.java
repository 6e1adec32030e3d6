package io.emotion4j.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class TensorTest {

    @Test
    void halvesBecomeTheFloatsThatTheyStandFor() {
        // IEEE 754 binary16: 1, -2, the largest, the least normal, the least subnormal, zero, infinity, not a number.
        short[] halves = {0x3c00, (short) 0xc000, 0x7bff, 0x0400, 0x0001, 0x0000, 0x7c00, 0x7e00};
        ByteBuffer bytes = ByteBuffer.allocate(halves.length * 2);
        for (short half : halves) {
            bytes.putShort(half);
        }

        assertThat(floats(Tensor.of(ElementType.FLOAT16, bytes.flip(), 8)))
                .containsExactly(1f, -2f, 65504f, 0x1p-14f, 0x1p-24f, 0f, Float.POSITIVE_INFINITY, Float.NaN);
    }

    @Test
    void bytesHaveASignOnlyWhereTheirTypeSaysSo() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {0, 127, (byte) 128, (byte) 255});

        assertThat(floats(Tensor.of(ElementType.UINT8, bytes, 4))).containsExactly(0f, 127f, 128f, 255f);
        assertThat(floats(Tensor.of(ElementType.INT8, bytes, 4))).containsExactly(0f, 127f, -128f, -1f);
    }

    @Test
    void widerNumbersAreReadInTheBuffersOrder() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            ByteBuffer wide = ByteBuffer.allocate(8).order(order);

            assertThat(floats(Tensor.of(ElementType.FLOAT64, wide.putDouble(0, 0.5), 1)))
                    .containsExactly(0.5f);
            assertThat(floats(Tensor.of(ElementType.INT64, wide.putLong(0, -3), 1)))
                    .containsExactly(-3f);
            assertThat(floats(Tensor.of(ElementType.INT32, wide.putInt(0, 7).putInt(4, -9), 1, 2)))
                    .containsExactly(7f, -9f);
            assertThat(floats(Tensor.of(
                            ElementType.FLOAT32, wide.putFloat(0, 1.5f).putFloat(4, 2.5f), 2)))
                    .containsExactly(1.5f, 2.5f);
        }
    }

    @Test
    void floatsAreSharedNotCopied() {
        FloatBuffer numbers = FloatBuffer.wrap(new float[] {1, 2, 3});
        Tensor tensor = Tensor.of(numbers, 3);
        numbers.put(1, 5);

        assertThat(floats(tensor)).containsExactly(1f, 5f, 3f);
        assertThat(tensor.bytes().getFloat(4)).isEqualTo(5f);
    }

    @Test
    void aShapeThatTheBufferDoesNotFillIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(FloatBuffer.allocate(5), 2, 3))
                .withMessage("A tensor of shape [2, 3] holds 6 numbers, found 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(ElementType.INT32, ByteBuffer.allocate(7), 1))
                .withMessageContaining("4 bytes a number, found 7 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(FloatBuffer.allocate(0), -1, 0))
                .withMessageContaining("no negative side");
    }

    private static float[] floats(Tensor tensor) {
        FloatBuffer buffer = tensor.floats();
        float[] numbers = new float[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }

    @Test
    void floatsAreConvertedToTheNearestNumberOfEachType() {
        FloatBuffer numbers = FloatBuffer.wrap(new float[] {0, 1, -2.5f, 65504, 1e-7f, 0.1f, 300});
        assertThat(floats(Tensor.converted(ElementType.FLOAT16, numbers, 7)))
                .containsExactly(0, 1, -2.5f, 65504, 1.1920929e-7f, 0.099975586f, 300);
        assertThat(floats(Tensor.converted(ElementType.UINT8, numbers, 7))).containsExactly(0, 1, 0, 255, 0, 0, 255);
        assertThat(floats(Tensor.converted(ElementType.INT8, numbers, 7))).containsExactly(0, 1, -2, 127, 0, 0, 127);
        assertThat(floats(Tensor.converted(ElementType.INT64, numbers, 7))).containsExactly(0, 1, -2, 65504, 0, 0, 300);
        assertThat(floats(Tensor.converted(ElementType.FLOAT64, numbers, 7)))
                .containsExactly(0, 1, -2.5f, 65504, 1e-7f, 0.1f, 300);
        assertThat(Tensor.converted(ElementType.FLOAT32, numbers, 7).floats().get(3))
                .isEqualTo(65504);
    }

    @Test
    void everyHalfThatIsFiniteSurvivesTheWayThroughAFloat() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float number = Half.toFloat((short) bits);
            if (Float.isFinite(number)) {
                assertThat(Half.of(number)).isEqualTo((short) bits);
            }
        }
        assertThat(Half.of(65520)).isEqualTo((short) 0x7c00);
        assertThat(Half.toFloat(Half.of(Float.NaN))).isNaN();
    }
}
