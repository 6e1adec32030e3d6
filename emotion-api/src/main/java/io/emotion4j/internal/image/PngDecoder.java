package io.emotion4j.internal.image;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Nearly all PNG files, in half of the JDK's time: rows are unpacked, put right and written as RGB while they are in the cache.
 * Interlaced ones, small depths, a colour that stands for transparency, and whatever is damaged, are left to the plug-in.
 */
final class PngDecoder {

    private static final int FIRST_CHUNK = 8;
    private static final int FRAME = 12; // length, name and checksum of a chunk
    private static final int DEPTH = 24;
    private static final int COLOURS = 25;
    private static final int INTERLACE = 28;

    /** Rows are unpacked so many bytes at a time: a call for each row of a narrow picture would cost more than the row. */
    private static final int BLOCK = 1 << 16;

    /** Two of them are held beside the picture. */
    private static final int LONGEST_ROW = 1 << 20;

    private final Bytes file;
    private final PngPixels pixels;
    private final int width;
    private final int height;
    private final int rowBytes;
    private int chunk;

    private PngDecoder(Bytes file, PngPixels pixels, ImageHeader header, int firstData) {
        this.file = file;
        this.pixels = pixels;
        width = (int) header.width();
        height = (int) header.height();
        rowBytes = width * pixels.bytesPerPixel();
        chunk = firstData;
    }

    /** {@return the pixels, RGB; null where the file is left to the plug-in} */
    static byte @Nullable [] decode(ImageHeader header, byte[] bytes) throws BrokenPictureException {
        Bytes file = new Bytes(bytes);
        if (file.length() <= INTERLACE || file.u8(INTERLACE) != 0) {
            return null;
        }
        byte[] palette = null;
        byte[] alphas = {};
        int at = FIRST_CHUNK;
        while (!file.matches(at + 4, "IDAT")) {
            long length = at > file.length() - FRAME ? file.length() : file.u32(at);
            if (at + FRAME + length > file.length()) {
                return null;
            }
            if (file.matches(at + 4, "PLTE")) {
                palette = file.part(at + 8, (int) length).copy();
            } else if (file.matches(at + 4, "tRNS")) {
                alphas = file.part(at + 8, (int) length).copy();
            }
            at += FRAME + (int) length;
        }
        PngPixels pixels = PngPixels.of(file.u8(COLOURS), file.u8(DEPTH), palette, alphas);
        if (pixels == null || header.width() * pixels.bytesPerPixel() > LONGEST_ROW) {
            return null;
        }
        return new PngDecoder(file, pixels, header, at).decode();
    }

    private byte @Nullable [] decode() throws BrokenPictureException {
        int line = 1 + rowBytes;
        int together = Math.max(1, Math.min(height, BLOCK / line));
        // The first line is the one before: of zeros, where there is none.
        byte[] lines = new byte[(1 + together) * line];
        byte[] rgb = new byte[width * height * 3];
        Inflater inflater = new Inflater();
        try {
            for (int y = 0; y < height; y += together) {
                int count = Math.min(together, height - y);
                if (!unpack(inflater, lines, line, count * line)) {
                    return null;
                }
                for (int i = 1; i <= count; i++) {
                    int from = i * line + 1;
                    if (!PngFilter.undo(lines, from - 1, line, pixels.bytesPerPixel())
                            || !pixels.put(lines, from, rgb, (y + i - 1) * width * 3, width)) {
                        return null;
                    }
                }
                System.arraycopy(lines, count * line, lines, 0, line);
            }
            return rgb;
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }

    private boolean unpack(Inflater inflater, byte[] to, int start, int count)
            throws DataFormatException, BrokenPictureException {
        int end = start + count;
        int at = start;
        while (at < end) {
            int unpacked = inflater.inflate(to, at, end - at);
            if (unpacked == 0 && (inflater.finished() || inflater.needsDictionary() || !feed(inflater))) {
                return false;
            }
            at += unpacked;
        }
        return true;
    }

    /** Hands the next chunk of data over. */
    private boolean feed(Inflater inflater) throws BrokenPictureException {
        if (!file.matches(chunk + 4, "IDAT")) {
            return false;
        }
        long length = file.u32(chunk);
        if (chunk + FRAME + length > file.length()) {
            return false;
        }
        inflater.setInput(file.array(), chunk + 8, (int) length);
        chunk += FRAME + (int) length;
        return true;
    }
}
