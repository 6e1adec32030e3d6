package io.emotion4j.internal.tensor;

import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.TensorLayout;
import java.nio.FloatBuffer;

/**
 * Writes pictures into a network's input as {@code (pixel * scale - mean) / std}: NCHW or NHWC, gray, RGB or BGR. See the package
 * for how pixels are sampled. Immutable and thread-safe.
 */
public final class TensorWriter {

    private final TensorLayout layout;
    private final ChannelOrder channels;
    private final float[] factor;
    private final float[] shift;

    private TensorWriter(InputSpec input) {
        layout = input.layout();
        channels = input.channels();
        factor = new float[channels.count()];
        shift = new float[channels.count()];
        for (int c = 0; c < factor.length; c++) {
            double std = input.std().get(c);
            factor[c] = (float) (input.scale() / std / RowSampler.UNITS);
            shift[c] = (float) (-input.mean().get(c) / std);
        }
    }

    /**
     * A writer for a network's input.
     *
     * @param input its layout, channels, scale, mean and std; its size is not looked at
     * @return the writer
     * @throws IllegalArgumentException if mean or std has not one number a channel, or a std is 0
     */
    public static TensorWriter of(InputSpec input) {
        int count = input.channels().count();
        if (input.mean().size() != count
                || input.std().size() != count
                || input.std().contains(0f)) {
            throw new IllegalArgumentException("Input '" + input.name() + "' needs " + count + " numbers, for "
                    + input.channels() + ", in mean and in std, none of them 0 in std; found mean " + input.mean()
                    + ", std "
                    + input.std());
        }
        return new TensorWriter(input);
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
        RowSampler sampler = RowSampler.of(RgbPixels.of(image), toSource, width, height, border);
        int[] red = new int[width];
        int[] green = new int[width];
        int[] blue = new int[width];
        int[][] planes = channels == ChannelOrder.BGR ? new int[][] {blue, green, red} : new int[][] {red, green, blue};
        float[] row = new float[width * channels.count()];
        for (int y = 0; y < height; y++) {
            sampler.sample(y, red, green, blue);
            if (layout == TensorLayout.NHWC) {
                interleave(planes, row);
                target.put(offset + y * row.length, row);
            } else {
                for (int c = 0; c < channels.count(); c++) {
                    plane(planes, c, row, width);
                    target.put(offset + (c * height + y) * width, row, 0, width);
                }
            }
        }
    }

    private void plane(int[][] planes, int channel, float[] row, int width) {
        float a = factor[channel];
        float b = shift[channel];
        if (channels == ChannelOrder.GRAY) {
            Luma.write(planes, a, b, row);
            return;
        }
        int[] values = planes[channel];
        for (int x = 0; x < width; x++) {
            row[x] = values[x] * a + b;
        }
    }

    private void interleave(int[][] planes, float[] row) {
        if (channels == ChannelOrder.GRAY) {
            Luma.write(planes, factor[0], shift[0], row);
            return;
        }
        for (int c = 0; c < 3; c++) {
            int[] values = planes[c];
            float a = factor[c];
            float b = shift[c];
            int at = c;
            for (int value : values) {
                row[at] = value * a + b;
                at += 3;
            }
        }
    }
}
