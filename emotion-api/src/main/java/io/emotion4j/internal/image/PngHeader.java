package io.emotion4j.internal.image;

/** PNG: the size is in the first chunk, an EXIF orientation in a chunk anywhere. */
final class PngHeader {

    private static final int FIRST_CHUNK = 8;
    private static final int FRAME = 12; // length, name and checksum of a chunk

    private PngHeader() {}

    static ImageHeader read(Bytes file) throws BrokenPictureException {
        if (!file.matches(FIRST_CHUNK + 4, "IHDR")) {
            throw new BrokenPictureException("a PNG file starts with the chunk IHDR, this one does not");
        }
        return new ImageHeader(file.u32(16), file.u32(20), orientation(file));
    }

    /** That of the chunk for EXIF, else that of the text in which it was kept before. */
    private static int orientation(Bytes file) throws BrokenPictureException {
        int inText = Orientation.UPRIGHT;
        long at = FIRST_CHUNK;
        while (at <= file.length() - FRAME) {
            long length = file.u32(at);
            if (file.matches((int) at + 4, "eXIf")) {
                return TiffHeader.orientation(body(file, at, length));
            }
            boolean compressed = file.matches((int) at + 4, "zTXt");
            if (compressed || file.matches((int) at + 4, "tEXt")) {
                Bytes text = body(file, at, length);
                inText = PngRawProfile.isIn(text) ? PngRawProfile.orientation(text, compressed) : inText;
            }
            at += FRAME + length;
        }
        return inText;
    }

    private static Bytes body(Bytes file, long at, long length) {
        return file.part((int) at + 8, (int) Math.min(length, file.length()));
    }
}
