package io.emotion4j.internal.image;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The bytes of a strip or tile, decompressed. */
final class TiffData {

    private static final int NONE = 1;
    private static final int LZW = 5;
    private static final int OLD_JPEG = 6;
    static final int JPEG = 7;
    private static final int DEFLATE = 8;
    private static final int OLD_DEFLATE = 32946;
    private static final int PACK_BITS = 32773;

    private TiffData() {}

    /** Whether the JDK's reader is to decode it: faxes (2 to 4), and JPEG as it was in TIFF 6.0. */
    static boolean leftToThePlugin(int compression) {
        return compression >= 2 && compression <= 4 || compression == OLD_JPEG;
    }

    /** Fills an array from a segment; data that ends early is an error. */
    static void decompress(int compression, Bytes segment, boolean reversed, byte[] target, int wanted)
            throws IOException {
        Bytes data = reversed ? reverse(segment) : segment;
        int filled = switch (compression) {
            case NONE -> copy(data, target, wanted);
            case LZW -> new TiffLzw(data, target, wanted).decode();
            case DEFLATE, OLD_DEFLATE -> inflate(data, target, wanted);
            case PACK_BITS -> unpack(data, target, wanted);
            default ->
                throw new BrokenPictureException("its pixels are compressed by " + name(compression)
                        + ", which is not read; expected none, LZW, Deflate, PackBits, JPEG or a fax coding");
        };
        if (filled < wanted) {
            throw new BrokenPictureException(
                    "a strip or tile is truncated: " + filled + " bytes of pixels, expected " + wanted);
        }
    }

    private static String name(int compression) {
        return switch (compression) {
            case 32809 -> "ThunderScan";
            case 34661 -> "JBIG";
            case 34676, 34677 -> "SGI LogLuv";
            case 34712, 33003, 33005 -> "JPEG 2000";
            case 34887 -> "LERC";
            case 34925 -> "LZMA";
            case 50000 -> "Zstandard";
            case 50001 -> "WebP";
            case 50002, 52546 -> "JPEG XL";
            default -> "method " + compression;
        };
    }

    private static Bytes reverse(Bytes data) {
        byte[] reversed = new byte[data.length()];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = (byte) (Integer.reverse(data.array()[data.from() + i]) >>> 24);
        }
        return new Bytes(reversed);
    }

    private static int copy(Bytes data, byte[] target, int wanted) {
        int count = Math.min(wanted, data.length());
        System.arraycopy(data.array(), data.from(), target, 0, count);
        return count;
    }

    private static int inflate(Bytes data, byte[] target, int wanted) throws BrokenPictureException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data.array(), data.from(), data.length());
            int filled = 0;
            while (filled < wanted) {
                int count = inflater.inflate(target, filled, wanted - filled);
                if (count == 0) {
                    return filled;
                }
                filled += count;
            }
            return filled;
        } catch (DataFormatException e) {
            throw new BrokenPictureException("the Deflate data of a strip or tile is damaged");
        } finally {
            inflater.end();
        }
    }

    private static int unpack(Bytes data, byte[] target, int wanted) {
        byte[] from = data.array();
        int at = data.from();
        int filled = 0;
        while (filled < wanted && at < data.to() - 1) {
            int code = from[at++];
            if (code >= 0) {
                int count = Math.min(code + 1, Math.min(wanted - filled, data.to() - at));
                System.arraycopy(from, at, target, filled, count);
                at += count;
                filled += count;
            } else if (code != -128) {
                int end = Math.min(wanted, filled + 1 - code);
                while (filled < end) {
                    target[filled++] = from[at];
                }
                at++;
            }
        }
        return filled;
    }
}
