package io.emotion4j.examples.server;

import java.util.Arrays;

/** Tells a picture of a known format from anything else by its first bytes, whatever it was declared to be. */
enum PictureFormat {
    JPEG("\u00ff\u00d8\u00ff"),
    PNG("\u0089PNG\r\n\u001a\n"),
    GIF("GIF8"),
    WEBP("RIFF"),
    BMP("BM"),
    TIFF_LITTLE("II*\0"),
    TIFF_BIG("MM\0*");

    /** A character a byte. */
    private final String magic;

    PictureFormat(String magic) {
        this.magic = magic;
    }

    static boolean known(byte[] file) {
        return Arrays.stream(values()).anyMatch(format -> format.starts(file));
    }

    private boolean starts(byte[] file) {
        if (file.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((file[i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
