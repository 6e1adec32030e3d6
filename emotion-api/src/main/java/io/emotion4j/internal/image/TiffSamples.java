package io.emotion4j.internal.image;

import java.nio.ByteOrder;

/** Rows of samples of any width as bytes: the full range becomes 0 to 255; indices of a palette stay as they are. */
final class TiffSamples {

    private final TiffLayout layout;
    private final boolean bigEndian;
    private final boolean indices;

    TiffSamples(TiffLayout layout, ByteOrder order) {
        this.layout = layout;
        this.bigEndian = order == ByteOrder.BIG_ENDIAN;
        this.indices = layout.photometric() == TiffColours.PALETTE;
    }

    /** Reads a row: {@code count} samples, to {@code target} from {@code first} on, {@code step} apart. */
    void read(byte[] data, int start, int count, byte[] target, int first, int step) throws BrokenPictureException {
        int bits = layout.bits();
        int to = first;
        if (bits == 8) {
            for (int i = start; i < start + count; i++) {
                target[to] = data[i];
                to += step;
            }
        } else if (layout.floating()) {
            for (int i = 0; i < count; i++) {
                target[to] = (byte) floating(data, start + i * (bits / 8));
                to += step;
            }
        } else if (bits == 16) {
            for (int i = start; i < start + 2 * count; i += 2) {
                int value = bigEndian
                        ? (data[i] & 0xff) << 8 | data[i + 1] & 0xff
                        : (data[i + 1] & 0xff) << 8 | data[i] & 0xff;
                // Colours of Lab have a sign; their high byte is what an 8-bit file holds.
                target[to] = (byte) (layout.photometric() == TiffColours.LAB ? value >> 8 : value * 255 + 32895 >>> 16);
                to += step;
            }
        } else {
            packed(data, start, count, target, to, step);
        }
    }

    private void packed(byte[] data, int start, int count, byte[] target, int first, int step) {
        int bits = layout.bits();
        int most = (1 << bits) - 1;
        long bit = 8L * start;
        int to = first;
        for (int i = 0; i < count; i++) {
            int value = 0;
            for (int k = 0; k < bits; k++) {
                value = value << 1 | data[(int) (bit >>> 3)] >> 7 - ((int) bit & 7) & 1;
                bit++;
            }
            target[to] = (byte) (indices ? value : (value * 255 + most / 2) / most);
            to += step;
        }
    }

    private int floating(byte[] data, int at) throws BrokenPictureException {
        int bytes = layout.bits() / 8;
        long raw = 0;
        for (int k = 0; k < bytes; k++) {
            raw = raw << 8 | data[at + (bigEndian ? k : bytes - 1 - k)] & 0xff;
        }
        double value = switch (bytes) {
            case 2 -> half((int) raw);
            case 4 -> Float.intBitsToFloat((int) raw);
            default -> Double.longBitsToDouble(raw);
        };
        if (!(value <= 1.001)) {
            throw new BrokenPictureException("its floating-point samples go beyond 1 (found " + value
                    + "), so that it does not say what is white; convert it to 8 or 16 bits");
        }
        return (int) (Math.max(0, Math.min(1, value)) * 255 + 0.5);
    }

    private static double half(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 0x3ff;
        double size = exponent == 0
                ? fraction * 0x1p-24
                : exponent == 31 ? Double.POSITIVE_INFINITY : (1024 + fraction) * Math.scalb(1.0, exponent - 25);
        return (bits & 0x8000) == 0 ? size : -size;
    }
}
