package io.emotion4j.internal.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The segments of a JPEG file before its first scan.
 *
 * @param image size and orientation
 * @param plain whether it is gray or YCbCr, 8 bits, Huffman coded: what libjpeg decodes to RGB by itself
 * @param progressive whether it may have more than one scan
 * @param samples how many a pixel has on average
 * @param tables a header for the same scans without any application segment: no thumbnails, no colour profile, no
 *     metadata that a reader could stumble over
 * @param scansAt where the first scan starts
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record JpegHeader(ImageHeader image, boolean plain, boolean progressive, double samples, byte[] tables, int scansAt) {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int DQT = 0xdb;
    private static final int DRI = 0xdd;
    private static final int DHT = 0xc4;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;

    /** Says "YCbCr" to libjpeg, which else guesses by the components' names and sampling. */
    private static final byte[] JFIF = {
        (byte) 0xff, (byte) SOI, (byte) 0xff, (byte) APP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    static JpegHeader read(Bytes file) throws BrokenPictureException {
        ByteArrayOutputStream tables = new ByteArrayOutputStream(1024);
        tables.writeBytes(JFIF);
        JpegFrame frame = null;
        boolean exif = false;
        boolean jfif = false;
        int adobe = JpegFrame.NO_ADOBE;
        int orientation = Orientation.UPRIGHT;
        int at = 2;
        while (true) {
            at = nextMarker(file, at);
            int marker = file.u8(at - 1);
            if (marker == EOI) {
                throw new BrokenPictureException("the JPEG file ends before its first scan");
            }
            if (standsAlone(marker)) {
                continue;
            }
            int length = file.u16(at);
            if (length < 2) {
                throw new BrokenPictureException(
                        "JPEG segment " + Integer.toHexString(marker) + " has the length " + length);
            }
            Bytes body = file.part(at + 2, length - 2);
            if (marker == SOS) {
                if (frame == null) {
                    throw new BrokenPictureException("the JPEG file has a scan before any frame header (SOF)");
                }
                boolean several = frame.progressive() || body.u8(0) < frame.components();
                return new JpegHeader(
                        frame.image(orientation),
                        frame.plain(jfif, adobe),
                        several,
                        frame.samples(),
                        tables.toByteArray(),
                        at - 2);
            }
            if (JpegFrame.isFrame(marker)) {
                frame = frame == null ? JpegFrame.read(marker, body) : frame;
            } else if (marker == APP1 && !exif && body.startsWith("Exif\0")) {
                exif = true;
                orientation = TiffHeader.orientation(body.part(6, body.length()));
            } else if (marker == APP0 && body.startsWith("JFIF\0")) {
                jfif = true;
            } else if (marker == APP14 && body.startsWith("Adobe") && body.length() >= 12) {
                adobe = body.u8(11);
            }
            if (JpegFrame.isFrame(marker) || marker == DQT || marker == DHT || marker == DRI) {
                tables.write(file.array(), at - 2, 2 + Math.min(length, file.length() - at));
            }
            at += length;
        }
    }

    /** {@return the same picture as a file without application segments} */
    byte[] withoutSegments(byte[] file) {
        byte[] bytes = Arrays.copyOf(tables, tables.length + file.length - scansAt);
        System.arraycopy(file, scansAt, bytes, tables.length, file.length - scansAt);
        return bytes;
    }

    /** The place after the next marker; junk between segments is passed over, as libjpeg does. */
    private static int nextMarker(Bytes file, int start) throws BrokenPictureException {
        int at = start;
        while (true) {
            while (file.u8(at) != 0xff) {
                at++;
            }
            while (file.u8(at) == 0xff) {
                at++;
            }
            if (file.u8(at++) != 0) {
                return at;
            }
        }
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= SOI);
    }
}
