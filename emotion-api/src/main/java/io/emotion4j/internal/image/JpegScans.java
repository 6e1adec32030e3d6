package io.emotion4j.internal.image;

/** The scans of a progressive JPEG file. */
final class JpegScans {

    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;

    /**
     * Progressive files may repeat scans at will, a few bytes each. What cameras and encoders write has about ten;
     * beyond 16, pixels times scans is bounded.
     */
    private static final int USUAL_SCANS = 16;

    private static final long MOST_SCANNED_PIXELS = 1L << 30;

    private JpegScans() {}

    /** {@return how many there are; an error where they are far more than a picture needs} */
    static int check(JpegHeader header, byte[] file) throws BrokenPictureException {
        int scans = header.progressive() ? count(file, header.scansAt()) : 1;
        if (scans > USUAL_SCANS
                && scans * header.image().width() * header.image().height() > MOST_SCANNED_PIXELS) {
            throw new BrokenPictureException("its " + scans + " scans are far more than a picture needs");
        }
        return scans;
    }

    /** How many there are from the first on, up to the end of the picture: phones append films and more pictures. */
    private static int count(byte[] file, int start) {
        int scans = 0;
        int at = start;
        while (at < file.length - 3) {
            int marker = file[at + 1] & 0xff;
            if (file[at] != (byte) 0xff || !isSegment(marker)) {
                at++;
            } else if (marker == EOI) {
                return scans;
            } else {
                scans += marker == SOS ? 1 : 0;
                at += 2 + ((file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff);
            }
        }
        return scans;
    }

    /** Within a scan's data 0xff is followed by 0, or by a restart marker. */
    private static boolean isSegment(int marker) {
        return marker >= 0xc0 && marker != 0xff && (marker < 0xd0 || marker > 0xd8);
    }
}
