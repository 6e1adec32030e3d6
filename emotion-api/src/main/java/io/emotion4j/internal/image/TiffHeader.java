package io.emotion4j.internal.image;

/** TIFF, and EXIF which is a TIFF file without a picture: size and orientation. */
final class TiffHeader {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int ORIENTATION = 274;

    private TiffHeader() {}

    static ImageHeader read(Bytes file) throws BrokenPictureException {
        TiffDirectory directory = TiffDirectory.read(file);
        long width = directory.number(WIDTH, -1);
        long height = directory.number(HEIGHT, -1);
        if (width < 0 || height < 0) {
            throw new BrokenPictureException("its first directory does not give the picture's width and height");
        }
        return new ImageHeader(width, height, orientation(file));
    }

    /** The orientation in an EXIF block; upright where the block is broken, as viewers have it. */
    static int orientation(Bytes exif) {
        try {
            long found = TiffDirectory.read(exif).number(ORIENTATION, Orientation.UPRIGHT);
            return found >= 1 && found <= 8 ? (int) found : Orientation.UPRIGHT;
        } catch (BrokenPictureException e) {
            return Orientation.UPRIGHT;
        }
    }
}
