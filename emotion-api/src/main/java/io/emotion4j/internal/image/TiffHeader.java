package io.emotion4j.internal.image;

import java.nio.ByteOrder;

/** TIFF, and EXIF which is a TIFF file without a picture: the numbers of its first directory. */
final class TiffHeader {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int ORIENTATION = 274;

    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private TiffHeader() {}

    static ImageHeader read(Bytes file) throws BrokenPictureException {
        long width = number(file, WIDTH, -1);
        long height = number(file, HEIGHT, -1);
        if (width < 0 || height < 0) {
            throw new BrokenPictureException("its first directory does not give the picture's width and height");
        }
        return new ImageHeader(width, height, orientation(file));
    }

    /** The orientation in an EXIF block; upright where the block is broken, as viewers have it. */
    static int orientation(Bytes exif) {
        try {
            long found = number(exif, ORIENTATION, Orientation.UPRIGHT);
            return found >= 1 && found <= 8 ? (int) found : Orientation.UPRIGHT;
        } catch (BrokenPictureException e) {
            return Orientation.UPRIGHT;
        }
    }

    private static long number(Bytes file, int tag, long otherwise) throws BrokenPictureException {
        Bytes bytes = file.with(file.startsWith("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = bytes.u32(4);
        int entries = bytes.u16(directory);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (bytes.u16(entry) == tag) {
                return switch (bytes.u16(entry + 2)) {
                    case BYTE -> bytes.u8(entry + 8);
                    case SHORT -> bytes.u16(entry + 8);
                    case LONG -> bytes.u32(entry + 8);
                    default -> otherwise;
                };
            }
        }
        return otherwise;
    }
}
