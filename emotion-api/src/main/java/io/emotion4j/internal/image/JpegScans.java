package io.emotion4j.internal.image;

/**
 * The scans of a JPEG file, from the first on, up to the end of the picture: phones append films and more pictures.
 *
 * @param count how many there are
 * @param ended whether the marker for the end of the picture is there
 */
record JpegScans(int count, boolean ended) {

    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;

    /**
     * Progressive files may repeat scans at will, a few bytes each. What cameras and encoders write has about ten;
     * beyond 16, pixels times scans is bounded.
     */
    private static final int USUAL_SCANS = 16;

    private static final long MOST_SCANNED_PIXELS = 1L << 30;

    /** Looks at them; an error where they are far more than a picture needs. */
    static JpegScans read(JpegHeader header, byte[] file) throws BrokenPictureException {
        JpegScans scans = walk(file, header.scansAt());
        if (scans.count > USUAL_SCANS
                && scans.count * header.image().width() * header.image().height() > MOST_SCANNED_PIXELS) {
            throw new BrokenPictureException("its " + scans.count + " scans are far more than a picture needs");
        }
        return scans;
    }

    private static JpegScans walk(byte[] file, int start) {
        int scans = 0;
        int at = start;
        while (at < file.length - 1) {
            int marker = file[at + 1] & 0xff;
            if (file[at] != (byte) 0xff || !isSegment(marker)) {
                at++;
            } else if (marker == EOI) {
                return new JpegScans(scans, true);
            } else if (at >= file.length - 3) {
                break;
            } else {
                scans += marker == SOS ? 1 : 0;
                at += 2 + ((file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff);
            }
        }
        return new JpegScans(scans, false);
    }

    /** Within a scan's data 0xff is followed by 0, or by a restart marker. */
    private static boolean isSegment(int marker) {
        return marker >= 0xc0 && marker != 0xff && (marker < 0xd0 || marker > 0xd8);
    }
}
