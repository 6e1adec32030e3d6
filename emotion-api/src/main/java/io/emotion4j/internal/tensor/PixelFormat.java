package io.emotion4j.internal.tensor;

import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.InputSpec;

/**
 * How a pixel becomes floats: {@code value * factor + shift} for each channel.
 *
 * @param channels gray, RGB or BGR
 * @param factors by channel
 * @param shifts by channel
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PixelFormat(ChannelOrder channels, float[] factors, float[] shifts) {

    static PixelFormat of(InputSpec input) {
        int count = input.channels().count();
        float[] factors = new float[count];
        float[] shifts = new float[count];
        for (int c = 0; c < count; c++) {
            double std = input.std().get(c);
            factors[c] = (float) (input.scale() / std);
            shifts[c] = (float) (-input.mean().get(c) / std);
        }
        return new PixelFormat(input.channels(), factors, shifts);
    }

    /**
     * Writes a row of a {@link RowSampler}; the value of a pixel's channel lands at
     * {@code pixel * pixelStep + channel * channelStep}.
     */
    void write(long[] row, int fractionBits, float[] values, int pixelStep, int channelStep) {
        int lane = 8 + fractionBits;
        float unit = 1f / (1 << fractionBits);
        if (channels == ChannelOrder.GRAY) {
            writeGray(row, lane, factors[0] * unit, values);
            return;
        }
        boolean redFirst = channels == ChannelOrder.RGB;
        int red = redFirst ? 0 : 2;
        int blue = 2 - red;
        float redFactor = factors[red] * unit;
        float greenFactor = factors[1] * unit;
        float blueFactor = factors[blue] * unit;
        float redShift = shifts[red];
        float greenShift = shifts[1];
        float blueShift = shifts[blue];
        int r = red * channelStep;
        int g = channelStep;
        int b = blue * channelStep;
        for (long pixel : row) {
            values[r] = Lanes.red(pixel, lane) * redFactor + redShift;
            values[g] = Lanes.green(pixel, lane) * greenFactor + greenShift;
            values[b] = Lanes.blue(pixel, lane) * blueFactor + blueShift;
            r += pixelStep;
            g += pixelStep;
            b += pixelStep;
        }
    }

    /** Luma by ITU-R 601. */
    private void writeGray(long[] row, int lane, float factor, float[] values) {
        float red = 0.299f * factor;
        float green = 0.587f * factor;
        float blue = 0.114f * factor;
        for (int x = 0; x < row.length; x++) {
            long pixel = row[x];
            values[x] = Lanes.red(pixel, lane) * red
                    + Lanes.green(pixel, lane) * green
                    + Lanes.blue(pixel, lane) * blue
                    + shifts[0];
        }
    }
}
