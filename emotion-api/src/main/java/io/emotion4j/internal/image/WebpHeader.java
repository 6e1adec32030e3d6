package io.emotion4j.internal.image;

import java.nio.ByteOrder;

/**
 * WebP: a RIFF file; the size is in the first chunk (lossy, lossless or extended), an EXIF orientation in a late one.
 */
final class WebpHeader {

    private static final int FIRST_CHUNK = 12;
    private static final int FRAME = 8; // name and length of a chunk

    private WebpHeader() {}

    static ImageHeader read(Bytes file) throws BrokenPictureException {
        Bytes bytes = file.with(ByteOrder.LITTLE_ENDIAN);
        int body = FIRST_CHUNK + FRAME;
        if (bytes.matches(FIRST_CHUNK, "VP8X")) {
            return extended(bytes, u24(bytes, body + 4) + 1, u24(bytes, body + 7) + 1);
        }
        if (bytes.matches(FIRST_CHUNK, "VP8L")) {
            long bits = bytes.u32(body + 1);
            return new ImageHeader((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1, Orientation.UPRIGHT);
        }
        if (bytes.matches(FIRST_CHUNK, "VP8 ")) {
            return new ImageHeader(bytes.u16(body + 6) & 0x3fff, bytes.u16(body + 8) & 0x3fff, Orientation.UPRIGHT);
        }
        throw new BrokenPictureException("a WebP file starts with the chunk VP8, VP8L or VP8X, this one does not");
    }

    private static int u24(Bytes bytes, int at) throws BrokenPictureException {
        return bytes.u16(at) | bytes.u8(at + 2) << 16;
    }

    /** The extended form: chunks that may hold an animation's frames and an orientation. */
    private static ImageHeader extended(Bytes file, int width, int height) throws BrokenPictureException {
        int left = 0;
        int top = 0;
        boolean framed = false;
        long at = FIRST_CHUNK;
        while (at <= file.length() - FRAME) {
            long length = file.u32(at + 4);
            int body = (int) at + FRAME;
            if (file.matches((int) at, "ANMF") && !framed) {
                framed = true;
                left = 2 * u24(file, body);
                top = 2 * u24(file, body + 3);
            } else if (file.matches((int) at, "EXIF")) {
                Bytes chunk = file.part(body, (int) Math.min(length, file.length()));
                return new ImageHeader(width, height, orientation(chunk), left, top);
            }
            at += FRAME + length + (length & 1);
        }
        return new ImageHeader(width, height, Orientation.UPRIGHT, left, top);
    }

    /** Some writers keep the prefix that EXIF has in JPEG. */
    private static int orientation(Bytes chunk) {
        return TiffHeader.orientation(chunk.startsWith("Exif\0\0") ? chunk.part(6, chunk.length()) : chunk);
    }
}
