package io.emotion4j.internal.image;

import java.nio.ByteOrder;

/** BMP: the old OS/2 header has 16-bit sides, all others 32-bit; a negative height means rows from the top. */
final class BmpHeader {

    private static final int OS2_HEADER = 12;

    private BmpHeader() {}

    static ImageHeader read(Bytes file) throws BrokenPictureException {
        Bytes bytes = file.with(ByteOrder.LITTLE_ENDIAN);
        return bytes.u32(14) == OS2_HEADER
                ? new ImageHeader(bytes.u16(18), bytes.u16(20), Orientation.UPRIGHT)
                : new ImageHeader(bytes.i32(18), Math.abs((long) bytes.i32(22)), Orientation.UPRIGHT);
    }
}
