package io.emotion4j.internal.tensor;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.TensorLayout;
import io.emotion4j.model.TensorType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;

/**
 * Writes pictures into the input of a network that takes pixels as they are: uint8, NHWC, RGB, 0 to 255. They are those of
 * {@link TensorWriter}, rounded; where the picture has the input's size they are copied.
 */
public final class PixelWriter {

    private static final int CHANNELS = 3;

    private PixelWriter() {}

    /** {@return whether a network takes pixels as they are} */
    public static boolean suits(InputSpec input) {
        return input.type() == TensorType.UINT8
                && input.layout() == TensorLayout.NHWC
                && input.channels() == ChannelOrder.RGB
                && input.scale() == 1
                && input.mean().equals(Collections.nCopies(CHANNELS, 0f))
                && input.std().equals(Collections.nCopies(CHANNELS, 1f));
    }

    /**
     * Writes one picture.
     *
     * @param image the source
     * @param toSource from places in the input to places in {@code image}
     * @param width the input's width, in pixels
     * @param height the input's height, in pixels
     * @param border what lies outside {@code image}
     * @param target best direct; written from 0 on, its position stays
     * @throws IndexOutOfBoundsException if {@code 3 * height * width} bytes do not fit
     */
    public static void write(RgbImage image, Affine toSource, int width, int height, Border border, ByteBuffer target) {
        RowSampler sampler = RowSampler.of(RgbPixels.of(image), toSource, width, height, border);
        if (sampler instanceof PlainSampler plain) {
            copy(plain, width, height, target);
            return;
        }
        long[] row = new long[width];
        byte[] bytes = new byte[CHANNELS * width];
        for (int y = 0; y < height; y++) {
            sampler.sample(y, row);
            RgbPixels.round(row, sampler.fractionBits(), bytes, 0);
            target.put(y * bytes.length, bytes);
        }
    }

    private static void copy(PlainSampler plain, int width, int height, ByteBuffer target) {
        byte[] beside = new byte[CHANNELS * width];
        Arrays.fill(beside, (byte) plain.gray());
        for (int y = 0; y < height; y++) {
            int at = y * beside.length;
            int inside = CHANNELS * plain.count(y);
            if (inside > 0) {
                target.put(at, plain.source().rgb(), plain.start(y), inside);
            }
            target.put(at + inside, beside, 0, beside.length - inside);
        }
    }
}
