package io.emotion4j.examples.server;

import java.nio.charset.StandardCharsets;
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

    private final byte[] magic;

    PictureFormat(String magic) {
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    static boolean known(byte[] file) {
        return Arrays.stream(values()).anyMatch(format -> format.starts(file));
    }

    private boolean starts(byte[] file) {
        return file.length >= magic.length && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }
}
