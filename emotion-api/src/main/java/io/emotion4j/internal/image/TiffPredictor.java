package io.emotion4j.internal.image;

import java.nio.ByteOrder;

/** Undoes the differences that were stored in place of samples, row by row. */
final class TiffPredictor {

    private static final int DIFFERENCES = 2;
    private static final int FLOATING = 3;

    private final TiffLayout layout;
    private final boolean bigEndian;
    private final byte[] row;

    TiffPredictor(TiffLayout layout, ByteOrder order) throws BrokenPictureException {
        this.layout = layout;
        this.bigEndian = order == ByteOrder.BIG_ENDIAN;
        this.row = new byte[layout.predictor() == FLOATING ? layout.rowBytes() : 0];
        boolean known = layout.predictor() == DIFFERENCES
                ? layout.bits() == 8 || layout.bits() == 16 || layout.bits() == 32
                : layout.predictor() != FLOATING || layout.floating();
        if (!known) {
            throw new BrokenPictureException(
                    "its samples of " + layout.bits() + " bits have a predictor that is not defined for them");
        }
    }

    void undo(byte[] data, int rows) {
        if (layout.predictor() == DIFFERENCES) {
            for (int y = 0; y < rows; y++) {
                differences(data, y * layout.rowBytes(), (y + 1) * layout.rowBytes());
            }
        } else if (layout.predictor() == FLOATING) {
            for (int y = 0; y < rows; y++) {
                floating(data, y * layout.rowBytes());
            }
        }
    }

    private void differences(byte[] data, int start, int end) {
        int bytes = layout.bits() / 8;
        int step = bytes * layout.samplesTogether();
        for (int i = start + step; i < end; i += bytes) {
            int carry = 0;
            for (int k = 0; k < bytes; k++) {
                int at = i + (bigEndian ? bytes - 1 - k : k);
                int sum = (data[at] & 0xff) + (data[at - step] & 0xff) + carry;
                data[at] = (byte) sum;
                carry = sum >>> 8;
            }
        }
    }

    /** All highest bytes of a row come first, then all second ones, as differences of bytes. */
    private void floating(byte[] data, int start) {
        int step = layout.samplesTogether();
        for (int i = start + step; i < start + row.length; i++) {
            data[i] += data[i - step];
        }
        int bytes = layout.bits() / 8;
        int values = row.length / bytes;
        for (int i = 0; i < values; i++) {
            for (int k = 0; k < bytes; k++) {
                row[i * bytes + (bigEndian ? k : bytes - 1 - k)] = data[start + k * values + i];
            }
        }
        System.arraycopy(row, 0, data, start, row.length);
    }
}
