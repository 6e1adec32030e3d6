package io.emotion4j.internal.image;

/** What the samples of a TIFF picture mean as colours. Profiles are ignored; CMYK is taken as plain ink. */
final class TiffColours {

    static final int WHITE_IS_ZERO = 0;
    static final int BLACK_IS_ZERO = 1;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int CMYK = 5;
    static final int YCBCR = 6;
    static final int LAB = 8;
    static final int ICC_LAB = 9;

    private static final int CMYK_INKS = 1;

    private final TiffLayout layout;
    private final int colours;
    private final byte[] palette;

    TiffColours(TiffLayout layout, TiffDirectory directory) throws BrokenPictureException {
        this.layout = layout;
        this.colours = count(layout.photometric(), CMYK_INKS);
        this.palette = layout.photometric() == PALETTE ? palette(directory, layout.bits()) : new byte[0];
    }

    /** How many samples make a colour; an error where it is not known what they mean. */
    static int count(int photometric, long inks) throws BrokenPictureException {
        return switch (photometric) {
            case WHITE_IS_ZERO, BLACK_IS_ZERO, PALETTE -> 1;
            case RGB, YCBCR, LAB, ICC_LAB -> 3;
            case CMYK -> {
                if (inks != CMYK_INKS) {
                    throw new BrokenPictureException("its inks are not cyan, magenta, yellow and black");
                }
                yield 4;
            }
            default ->
                throw new BrokenPictureException("its colours are " + name(photometric)
                        + ", which are not read; expected gray, RGB, a palette, CMYK, YCbCr or Lab");
        };
    }

    private static String name(int photometric) {
        return switch (photometric) {
            case 4 -> "a transparency mask";
            case 10 -> "ITU Lab";
            case 32803 -> "raw data of a camera's sensor";
            case 32844, 32845 -> "SGI LogLuv";
            case 34892 -> "linear raw data of a camera";
            default -> "of kind " + photometric;
        };
    }

    /** Colour maps have 16 bits; some writers fill only the lower 8. */
    private static byte[] palette(TiffDirectory directory, int bits) throws BrokenPictureException {
        long[] map = directory.numbers(320);
        int size = map.length / 3;
        if (bits > 8 || size < 1 << bits) {
            throw new BrokenPictureException(
                    "it has indices of " + bits + " bits and a palette of " + size + " colours");
        }
        long most = 0;
        for (long value : map) {
            most = Math.max(most, value);
        }
        byte[] palette = new byte[3 << bits];
        for (int i = 0; i < palette.length; i++) {
            long value = map[i % 3 * size + i / 3];
            palette[i] = (byte) (most < 256 ? value : value >> 8);
        }
        return palette;
    }

    /** Puts a row of samples, 8 bits each, into the picture. */
    void put(byte[] row, int pixels, byte[] rgb, int start) {
        int samples = layout.samples();
        for (int i = 0; i < pixels; i++) {
            int at = start + 3 * i;
            int from = i * samples;
            colour(row, from, rgb, at);
            if (layout.alpha() != 0) {
                int alpha = row[from + colours] & 0xff;
                boolean multiplied = layout.alpha() == TiffLayout.ASSOCIATED;
                for (int k = at; k < at + 3; k++) {
                    rgb[k] = (byte) White.under(rgb[k] & 0xff, alpha, multiplied);
                }
            }
        }
    }

    private void colour(byte[] row, int from, byte[] rgb, int at) {
        switch (layout.photometric()) {
            case WHITE_IS_ZERO -> gray((byte) ~row[from], rgb, at);
            case BLACK_IS_ZERO -> gray(row[from], rgb, at);
            case PALETTE -> System.arraycopy(palette, 3 * (row[from] & 0xff), rgb, at, 3);
            case CMYK -> {
                int light = 255 - (row[from + 3] & 0xff);
                for (int k = 0; k < 3; k++) {
                    rgb[at + k] = (byte) (((255 - (row[from + k] & 0xff)) * light + 127) / 255);
                }
            }
            case YCBCR -> yCbCr(row[from] & 0xff, (row[from + 1] & 0xff) - 128, (row[from + 2] & 0xff) - 128, rgb, at);
            case LAB -> Lab.toRgb(row[from] & 0xff, row[from + 1], row[from + 2], rgb, at);
            case ICC_LAB ->
                Lab.toRgb(row[from] & 0xff, (row[from + 1] & 0xff) - 128, (row[from + 2] & 0xff) - 128, rgb, at);
            default -> System.arraycopy(row, from, rgb, at, 3);
        }
    }

    private static void gray(byte value, byte[] rgb, int at) {
        rgb[at] = value;
        rgb[at + 1] = value;
        rgb[at + 2] = value;
    }

    /** ITU-R 601, full range, as in JPEG; factors times 65536. */
    private static void yCbCr(int y, int blue, int red, byte[] rgb, int at) {
        rgb[at] = clamp(y + (91881 * red + 32768 >> 16));
        rgb[at + 1] = clamp(y + (-22554 * blue - 46802 * red + 32768 >> 16));
        rgb[at + 2] = clamp(y + (116130 * blue + 32768 >> 16));
    }

    private static byte clamp(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
