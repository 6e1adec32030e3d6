package io.emotion4j.internal.image;

import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a PNG row mean: gray or RGB, with or without alpha, of 8 or 16 bits, or the index of a colour.
 *
 * @param samples of a pixel
 * @param sampleBytes of a sample
 * @param palette the colours over white, RGB; null where the bytes are colours themselves
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PngPixels(int samples, int sampleBytes, byte @Nullable [] palette) {

    /** {@return how to read them; null for what is left to the plug-in} */
    static @Nullable PngPixels of(int colours, int depth, byte @Nullable [] palette, byte[] alphas) {
        if (depth == 8 && colours == 3 && palette != null) {
            return new PngPixels(1, 1, overWhite(palette, alphas));
        }
        if (depth != 8 && depth != 16 || alphas.length > 0) {
            return null;
        }
        int samples = switch (colours) {
            case 0 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 0;
        };
        return samples == 0 ? null : new PngPixels(samples, depth / 8, null);
    }

    private static byte[] overWhite(byte[] palette, byte[] alphas) {
        byte[] colours = new byte[palette.length / 3 * 3];
        for (int i = 0; i < colours.length; i++) {
            int alpha = i / 3 < alphas.length ? alphas[i / 3] & 0xff : 255;
            colours[i] = (byte) White.under(palette[i] & 0xff, alpha);
        }
        return colours;
    }

    int bytesPerPixel() {
        return samples * sampleBytes;
    }

    /** Writes a row as RGB; false where it names a colour that there is not. */
    boolean put(byte[] row, int from, byte[] rgb, int to, int width) {
        if (palette != null) {
            return putIndexed(palette, row, from, rgb, to, width);
        }
        if (samples == 3 && sampleBytes == 1) {
            System.arraycopy(row, from, rgb, to, 3 * width);
        } else if (samples == 1 && sampleBytes == 1) {
            putGray(row, from, rgb, to, width);
        } else {
            putAny(row, from, rgb, to, width);
        }
        return true;
    }

    private static boolean putIndexed(byte[] colours, byte[] row, int from, byte[] rgb, int to, int width) {
        int target = to;
        for (int x = 0; x < width; x++) {
            int colour = 3 * (row[from + x] & 0xff);
            if (colour >= colours.length) {
                return false;
            }
            rgb[target] = colours[colour];
            rgb[target + 1] = colours[colour + 1];
            rgb[target + 2] = colours[colour + 2];
            target += 3;
        }
        return true;
    }

    private static void putGray(byte[] row, int from, byte[] rgb, int to, int width) {
        int target = to;
        for (int x = 0; x < width; x++) {
            byte gray = row[from + x];
            rgb[target] = gray;
            rgb[target + 1] = gray;
            rgb[target + 2] = gray;
            target += 3;
        }
    }

    private void putAny(byte[] row, int from, byte[] rgb, int to, int width) {
        boolean gray = samples < 3;
        boolean alphas = samples % 2 == 0;
        int pixel = bytesPerPixel();
        int source = from;
        int target = to;
        for (int x = 0; x < width; x++) {
            int alpha = alphas ? sample(row, source + pixel - sampleBytes) : 255;
            for (int channel = 0; channel < 3; channel++) {
                int colour = sample(row, source + (gray ? 0 : channel * sampleBytes));
                rgb[target + channel] = (byte) (alpha == 255 ? colour : White.under(colour, alpha));
            }
            source += pixel;
            target += 3;
        }
    }

    private int sample(byte[] row, int at) {
        return sampleBytes == 1 ? row[at] & 0xff : ShortPixels.toByte((short) (row[at] << 8 | row[at + 1] & 0xff));
    }
}
