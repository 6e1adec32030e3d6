package io.emotion4j.internal.tensor;

import io.emotion4j.model.ChannelOrder;
import org.jspecify.annotations.Nullable;

/**
 * What each of a channel's 256 values becomes, to the bit what {@link PixelFormat} makes of it: a third of the time for rows that are
 * pixels of the picture as they are. Immutable.
 */
final class PixelTables {

    private final float[] reds;
    private final float[] greens;
    private final float[] blues;
    private final int red;
    private final int blue;

    private PixelTables(PixelFormat format) {
        boolean redFirst = format.channels() == ChannelOrder.RGB;
        red = redFirst ? 0 : 2;
        blue = 2 - red;
        reds = table(format, red);
        greens = table(format, 1);
        blues = table(format, blue);
    }

    /** {@return the tables; null for gray, which is a mean of three channels} */
    static @Nullable PixelTables of(PixelFormat format) {
        return format.channels() == ChannelOrder.GRAY ? null : new PixelTables(format);
    }

    private static float[] table(PixelFormat format, int channel) {
        float[] table = new float[256];
        for (int value = 0; value < table.length; value++) {
            table[value] = value * format.factors()[channel] + format.shifts()[channel];
        }
        return table;
    }

    /** Writes a row; places as {@link PixelFormat#write} has them. */
    void write(PlainSampler pixels, int y, float[] values, int pixelStep, int channelStep) {
        byte[] rgb = pixels.source().rgb();
        int from = pixels.start(y);
        int count = pixels.count(y);
        int border = pixels.gray();
        int r = red * channelStep;
        int g = channelStep;
        int b = blue * channelStep;
        int end = from + 3 * count;
        for (int at = from; at < end; at += 3) {
            values[r] = reds[rgb[at] & 0xff];
            values[g] = greens[rgb[at + 1] & 0xff];
            values[b] = blues[rgb[at + 2] & 0xff];
            r += pixelStep;
            g += pixelStep;
            b += pixelStep;
        }
        for (int x = count; x < values.length / 3; x++) {
            values[r] = reds[border];
            values[g] = greens[border];
            values[b] = blues[border];
            r += pixelStep;
            g += pixelStep;
            b += pixelStep;
        }
    }
}
