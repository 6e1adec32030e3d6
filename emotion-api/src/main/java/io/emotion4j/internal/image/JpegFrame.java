package io.emotion4j.internal.image;

/**
 * A JPEG frame header (SOF).
 *
 * @param marker which coding: 0xc0 to 0xc2 are Huffman coded with DCT
 * @param precision bits a sample
 * @param width in pixels
 * @param height in pixels
 * @param ids the components' names, a byte each
 */
record JpegFrame(int marker, int precision, int width, int height, String ids) {

    /** The value for a file without an Adobe segment. */
    static final int NO_ADOBE = -1;

    private static final int ADOBE_YCBCR = 1;
    private static final int PROGRESSIVE = 0xc2;

    static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    static JpegFrame read(int marker, Bytes body) throws BrokenPictureException {
        StringBuilder ids = new StringBuilder();
        int components = body.u8(5);
        for (int i = 0; i < components; i++) {
            ids.append((char) body.u8(6 + 3 * i));
        }
        return new JpegFrame(marker, body.u8(0), body.u16(3), body.u16(1), ids.toString());
    }

    int components() {
        return ids.length();
    }

    boolean progressive() {
        return marker == PROGRESSIVE;
    }

    ImageHeader image(int orientation) {
        return new ImageHeader(width, height, orientation);
    }

    /**
     * Whether libjpeg can decode it to RGB, knowing that it is gray or YCbCr. CMYK, RGB and rare codings are left to a
     * plug-in.
     */
    boolean plain(int adobe) {
        if (marker > PROGRESSIVE || precision != 8) {
            return false;
        }
        boolean numbered = ids.equals("\1\2\3") || ids.equals("\0\1\2");
        return components() == 1 || numbered && (adobe == NO_ADOBE || adobe == ADOBE_YCBCR);
    }
}
