package io.emotion4j.codecs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.IntPointer;

/**
 * Leptonica's pixels: words of 32 bits in the machine's order, of which the highest byte comes first. A colour is a word, red first,
 * alpha last; four grays are one.
 */
final class PixelRows {

    private static final VarHandle FOUR_BYTES = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final IntBuffer words;
    private final int rowWords;
    private final int width;
    private final int height;
    private final int[] row;

    PixelRows(IntPointer words, int rowWords, int width, int height) {
        this.words = words.asBuffer();
        this.rowWords = rowWords;
        this.width = width;
        this.height = height;
        this.row = new int[rowWords];
    }

    private void read(int y) {
        words.get(y * rowWords, row);
    }

    /** Gray; each value becomes three. */
    void gray(byte[] rgb) {
        int at = 0;
        for (int y = 0; y < height; y++) {
            read(y);
            for (int x = 0; x < width; x++) {
                byte value = (byte) (row[x >> 2] >> 24 - 8 * (x & 3));
                rgb[at] = value;
                rgb[at + 1] = value;
                rgb[at + 2] = value;
                at += 3;
            }
        }
    }

    /** Colours without alpha: four pixels are three words of the result. */
    void opaque(byte[] rgb) {
        int at = 0;
        for (int y = 0; y < height; y++) {
            read(y);
            int x = 0;
            for (; x <= width - 4; x += 4) {
                int second = row[x + 1];
                int third = row[x + 2];
                FOUR_BYTES.set(rgb, at, row[x] & 0xffffff00 | second >>> 24);
                FOUR_BYTES.set(rgb, at + 4, second << 8 & 0xffff0000 | third >>> 16);
                FOUR_BYTES.set(rgb, at + 8, third << 16 & 0xff000000 | row[x + 3] >>> 8);
                at += 12;
            }
            for (; x < width; x++) {
                put(row[x], rgb, at);
                at += 3;
            }
        }
    }

    /** Colours with alpha, put over white. */
    void overWhite(byte[] rgb) {
        int at = 0;
        for (int y = 0; y < height; y++) {
            read(y);
            for (int x = 0; x < width; x++) {
                int pixel = row[x];
                int alpha = pixel & 0xff;
                if (alpha == 255) {
                    put(pixel, rgb, at);
                } else {
                    rgb[at] = over(pixel >>> 24, alpha);
                    rgb[at + 1] = over(pixel >>> 16 & 0xff, alpha);
                    rgb[at + 2] = over(pixel >>> 8 & 0xff, alpha);
                }
                at += 3;
            }
        }
    }

    private static void put(int pixel, byte[] rgb, int at) {
        rgb[at] = (byte) (pixel >>> 24);
        rgb[at + 1] = (byte) (pixel >>> 16);
        rgb[at + 2] = (byte) (pixel >>> 8);
    }

    private static byte over(int colour, int alpha) {
        return (byte) ((colour * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}
