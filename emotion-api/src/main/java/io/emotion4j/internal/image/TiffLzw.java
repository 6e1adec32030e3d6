package io.emotion4j.internal.image;

/**
 * TIFF's LZW: 9 to 12 bits a code, the width growing one code early. Files from before TIFF 6.0 have the bits of codes
 * in the other order and the width growing on time.
 */
final class TiffLzw {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int CODES = 4096;

    private final Bytes data;
    private final byte[] target;
    private final int wanted;
    private final boolean old;

    /** A code's bytes are those of another code and one more; both lie in the target, where the code first came out. */
    private final int[] starts = new int[CODES];

    private final int[] lengths = new int[CODES];
    private long bits;

    TiffLzw(Bytes data, byte[] target, int wanted) {
        this.data = data;
        this.target = target;
        this.wanted = wanted;
        byte[] file = data.array();
        old = data.length() > 1 && file[data.from()] == 0 && (file[data.from() + 1] & 1) == 1;
    }

    /** {@return how many bytes were filled} */
    int decode() throws BrokenPictureException {
        int filled = 0;
        int next = END + 1;
        int width = 9;
        int lastStart = -1;
        int lastLength = 0;
        while (filled < wanted) {
            int code = code(width);
            if (code < 0 || code == END) {
                return filled;
            }
            if (code == CLEAR) {
                next = END + 1;
                width = 9;
                lastStart = -1;
                continue;
            }
            if (code > next || code == next && lastStart < 0) {
                throw new BrokenPictureException("the LZW data of a strip or tile is damaged");
            }
            // The new entry is the last code's bytes and the first byte of this one, which follows them in the target.
            if (lastStart >= 0 && next < CODES) {
                starts[next] = lastStart;
                lengths[next] = lastLength + 1;
                next++;
            }
            int length = code < CLEAR ? 1 : lengths[code];
            lastStart = filled;
            lastLength = length;
            if (code < CLEAR) {
                target[filled++] = (byte) code;
            } else {
                int from = starts[code];
                int end = Math.min(wanted, filled + length);
                while (filled < end) {
                    target[filled++] = target[from++];
                }
            }
            width = width(next + (old ? 0 : 1));
        }
        return filled;
    }

    private static int width(int next) {
        return Math.min(12, Math.max(9, 32 - Integer.numberOfLeadingZeros(next)));
    }

    private int code(int width) {
        if (bits + width > 8L * data.length()) {
            return -1;
        }
        int at = data.from() + (int) (bits >>> 3);
        int shift = (int) bits & 7;
        bits += width;
        int a = data.array()[at] & 0xff;
        int b = at + 1 < data.to() ? data.array()[at + 1] & 0xff : 0;
        int c = at + 2 < data.to() ? data.array()[at + 2] & 0xff : 0;
        int mask = (1 << width) - 1;
        return old ? (a | b << 8 | c << 16) >>> shift & mask : (a << 16 | b << 8 | c) >>> 24 - shift - width & mask;
    }
}
