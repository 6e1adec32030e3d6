package io.emotion4j.internal.image;

import java.nio.ByteOrder;

/** BMP: the old OS/2 header has 16-bit sides, all others 32-bit; a negative height means rows from the top. */
final class BmpHeader {

    private static final int AT = 14;
    private static final int OS2_HEADER = 12;
    private static final int WINDOWS_HEADER = 40;
    private static final int OS2_SECOND_HEADER = 64;
    private static final int MOST_COMMON_COMPRESSION = 2;

    private BmpHeader() {}

    static ImageHeader read(Bytes file) throws BrokenPictureException {
        Bytes bytes = file.with(ByteOrder.LITTLE_ENDIAN);
        return bytes.u32(AT) == OS2_HEADER
                ? new ImageHeader(bytes.u16(18), bytes.u16(20), Orientation.UPRIGHT)
                : new ImageHeader(bytes.i32(18), Math.abs((long) bytes.i32(22)), Orientation.UPRIGHT);
    }

    /**
     * A file with the second header of OS/2, of 16 to 64 bytes, as one with that of Windows, which starts the same; the
     * JDK's reader knows only the latter. Any other file as it is.
     */
    static byte[] asWindows(byte[] file) throws BrokenPictureException {
        Bytes bytes = new Bytes(file).with(ByteOrder.LITTLE_ENDIAN);
        long header = bytes.u32(AT);
        boolean second =
                header >= 16 && header <= OS2_SECOND_HEADER && header != WINDOWS_HEADER && header != 52 && header != 56;
        if (!second) {
            return file;
        }
        int known = (int) Math.min(header, WINDOWS_HEADER);
        if (known >= 20 && bytes.u32(AT + 16) > MOST_COMMON_COMPRESSION) {
            throw new BrokenPictureException("it is compressed by a method of OS/2 that is not read");
        }
        int rest = AT + (int) header;
        if (rest > file.length) {
            throw new BrokenPictureException("the file ends within the header");
        }
        int shift = WINDOWS_HEADER - (int) header;
        byte[] windows = new byte[file.length + shift];
        System.arraycopy(file, 0, windows, 0, AT + known);
        System.arraycopy(file, rest, windows, AT + WINDOWS_HEADER, file.length - rest);
        put(windows, 10, (int) bytes.u32(10) + shift);
        put(windows, AT, WINDOWS_HEADER);
        return windows;
    }

    private static void put(byte[] file, int at, int value) {
        for (int i = 0; i < 4; i++) {
            file[at + i] = (byte) (value >> 8 * i);
        }
    }
}
