package io.emotion4j.internal.image;

/**
 * YCbCr that is stored with fewer colours than lightnesses and without JPEG: blocks of several Y, one Cb and one Cr.
 *
 * @param across pixels of a block
 * @param down rows of a block
 */
record TiffSubsampling(int across, int down) {

    private static final TiffSubsampling NONE = new TiffSubsampling(1, 1);

    static TiffSubsampling of(TiffLayout layout, TiffDirectory directory) throws BrokenPictureException {
        if (layout.photometric() != TiffColours.YCBCR || layout.compression() == TiffData.JPEG) {
            return NONE;
        }
        long[] found = directory.numbers(530);
        TiffSubsampling sampling = found.length < 2
                ? new TiffSubsampling(2, 2)
                : new TiffSubsampling((int) found[0] & 7, (int) found[1] & 7);
        if (sampling.equals(NONE)) {
            return NONE;
        }
        boolean possible = sampling.across > 0 && sampling.down > 0;
        if (!possible || layout.planes() || layout.bits() != 8 || layout.samples() != 3 || layout.predictor() != 1) {
            throw new BrokenPictureException("its YCbCr samples are arranged in a way that is not read");
        }
        return sampling;
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** {@return bytes of so many rows} */
    int bytes(int width, int rows) {
        return blocks(width, across) * blocks(rows, down) * (across * down + 2);
    }

    private static int blocks(int size, int block) {
        return (size + block - 1) / block;
    }

    /** Writes three samples for each pixel. */
    void expand(byte[] packed, byte[] target, int width, int rows) {
        int wide = blocks(width, across);
        int block = across * down + 2;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < width; x++) {
                int from = (y / down * wide + x / across) * block;
                int to = 3 * (y * width + x);
                target[to] = packed[from + y % down * across + x % across];
                target[to + 1] = packed[from + block - 2];
                target[to + 2] = packed[from + block - 1];
            }
        }
    }
}
