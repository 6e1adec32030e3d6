package io.emotion4j.internal.image;

/**
 * A JPEG frame header (SOF).
 *
 * @param marker which coding: 0xc0 to 0xc2 are Huffman coded with DCT
 * @param precision bits a sample
 * @param width in pixels
 * @param height in pixels
 * @param ids the components' names, a byte each
 * @param samples how many a pixel has on average: 3 where none is subsampled, 1.5 where colours have half the sides
 */
record JpegFrame(int marker, int precision, int width, int height, String ids, double samples) {

    /** The value for a file without an Adobe segment. */
    static final int NO_ADOBE = -1;

    private static final int ADOBE_RGB = 0;
    private static final int PROGRESSIVE = 0xc2;

    static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    static JpegFrame read(int marker, Bytes body) throws BrokenPictureException {
        StringBuilder ids = new StringBuilder();
        int components = body.u8(5);
        int across = 1;
        int down = 1;
        double blocks = 0;
        for (int i = 0; i < components; i++) {
            ids.append((char) body.u8(6 + 3 * i));
            int sampling = body.u8(7 + 3 * i);
            across = Math.max(across, sampling >> 4);
            down = Math.max(down, sampling & 15);
            blocks += (sampling >> 4) * (sampling & 15);
        }
        return new JpegFrame(marker, body.u8(0), body.u16(3), body.u16(1), ids.toString(), blocks / (across * down));
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
     * plug-in. Which of three components are YCbCr is libjpeg's rule, by which nearly every program goes: a JFIF segment
     * says so, else an Adobe segment says whether, else all are that are not called R, G and B.
     */
    boolean plain(boolean jfif, int adobe) {
        if (marker > PROGRESSIVE || precision != 8) {
            return false;
        }
        boolean says = adobe == NO_ADOBE ? !ids.equals("RGB") : adobe != ADOBE_RGB;
        return components() == 1 || components() == 3 && (jfif || says);
    }
}
