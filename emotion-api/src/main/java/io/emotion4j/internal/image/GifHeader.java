package io.emotion4j.internal.image;

import java.nio.ByteOrder;

/** GIF: a canvas, and a first frame that may cover only a part of it. */
final class GifHeader {

    private static final int COLOUR_TABLE = 0x80;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;

    private GifHeader() {}

    static ImageHeader read(Bytes file) throws BrokenPictureException {
        Bytes bytes = file.with(ByteOrder.LITTLE_ENDIAN);
        int at = 13 + colourTableBytes(bytes.u8(10));
        while (bytes.u8(at) == EXTENSION) {
            at = skipBlocks(bytes, at + 2);
        }
        if (bytes.u8(at) != IMAGE) {
            throw new BrokenPictureException("the GIF file has no frame where one is due, at byte " + at);
        }
        int left = bytes.u16(at + 1);
        int top = bytes.u16(at + 3);
        int frameWidth = bytes.u16(at + 5);
        int frameHeight = bytes.u16(at + 7);
        if (frameWidth == 0 || frameHeight == 0) {
            throw new BrokenPictureException("its first frame has the size " + frameWidth + "x" + frameHeight);
        }
        // Viewers grow a canvas that is too small for its first frame; some encoders write 0x0.
        int width = Math.max(bytes.u16(6), left + frameWidth);
        int height = Math.max(bytes.u16(8), top + frameHeight);
        return new ImageHeader(width, height, Orientation.UPRIGHT, left, top);
    }

    private static int colourTableBytes(int flags) {
        return (flags & COLOUR_TABLE) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static int skipBlocks(Bytes bytes, int start) throws BrokenPictureException {
        int at = start;
        int length = bytes.u8(at);
        while (length > 0) {
            at += 1 + length;
            length = bytes.u8(at);
        }
        return at + 1;
    }
}
