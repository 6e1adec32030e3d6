package io.emotion4j.internal.tensor;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.TensorLayout;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes pictures into a network's input as {@code (pixel * scale - mean) / std}: NCHW or NHWC, gray, RGB or BGR. See
 * the package for how pixels are sampled. Immutable and thread-safe.
 */
public final class TensorWriter {

    private final TensorLayout layout;
    private final PixelFormat format;
    private final @Nullable PixelTables tables;

    private TensorWriter(TensorLayout layout, PixelFormat format) {
        this.layout = layout;
        this.format = format;
        this.tables = PixelTables.of(format);
    }

    /**
     * A writer for a network's input.
     *
     * @param input its layout, channels, scale, mean and std; its size is not looked at
     * @return the writer
     */
    public static TensorWriter of(InputSpec input) {
        return new TensorWriter(input.layout(), PixelFormat.of(input));
    }

    /**
     * Writes one picture of the batch.
     *
     * @param image the source
     * @param toSource from places in the input to places in {@code image}
     * @param width the input's width, in pixels
     * @param height the input's height, in pixels
     * @param border what lies outside {@code image}
     * @param target best direct and in native order; its position stays
     * @param offset index in {@code target} of the picture's first value
     * @throws IndexOutOfBoundsException if the picture's {@code channels * height * width} values do not fit
     */
    public void write(
            RgbImage image, Affine toSource, int width, int height, Border border, FloatBuffer target, int offset) {
        int channels = format.channels().count();
        boolean interleaved = layout == TensorLayout.NHWC;
        RowSampler sampler = RowSampler.of(RgbPixels.of(image), toSource, width, height, border);
        int pixelStep = interleaved ? channels : 1;
        int channelStep = interleaved ? 1 : width;
        PixelTables plain = sampler instanceof PlainSampler ? tables : null;
        long[] row = new long[plain == null ? width : 0];
        float[] values = new float[width * channels];
        for (int y = 0; y < height; y++) {
            if (plain != null) {
                plain.write((PlainSampler) sampler, y, values, pixelStep, channelStep);
            } else {
                sampler.sample(y, row);
                format.write(row, sampler.fractionBits(), values, pixelStep, channelStep);
            }
            if (interleaved) {
                target.put(offset + y * values.length, values);
            } else {
                for (int c = 0; c < channels; c++) {
                    target.put(offset + (c * height + y) * width, values, c * width, width);
                }
            }
        }
    }
}
