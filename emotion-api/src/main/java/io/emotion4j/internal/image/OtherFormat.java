package io.emotion4j.internal.image;

import java.util.Locale;

/** Formats that are not read, by their first bytes, so that an error can say what was given. */
final class OtherFormat {

    private static final String CONVERT = "convert it to JPEG or PNG";

    private OtherFormat() {}

    /** What the file is and what to do; empty where that is not known. */
    static String describe(byte[] file) {
        Bytes bytes = new Bytes(file);
        if (file.length == 0) {
            return "the file is empty";
        }
        if (bytes.matches(4, "ftyp")) {
            return isoMedia(bytes);
        }
        if (bytes.startsWith("\0\0\0\fjP  ") || bytes.startsWith("\u00ffO\u00ffQ")) {
            return not("a JPEG 2000 picture");
        }
        if (bytes.startsWith("\u00ff\n") || bytes.startsWith("\0\0\0\fJXL ")) {
            return not("a JPEG XL picture");
        }
        if (bytes.startsWith("\0\0\1\0") || bytes.startsWith("\0\0\2\0")) {
            return not("a Windows icon or cursor (ICO)");
        }
        if (bytes.startsWith("8BPS")) {
            return not("a Photoshop document (PSD)");
        }
        if (bytes.startsWith("%PDF")) {
            return "it is a PDF document, which may hold pictures; export them as JPEG or PNG";
        }
        if (bytes.startsWith("%!PS") || bytes.startsWith("\u00c5\u00d0\u00d3\u00c6")) {
            return not("PostScript");
        }
        if (bytes.startsWith("PK\3\4")) {
            return "it is a ZIP archive; unpack it and give the pictures inside";
        }
        if (bytes.startsWith("\u001f\u008b")) {
            return "it is compressed by gzip; unpack it first";
        }
        if (bytes.startsWith("RIFF") && bytes.matches(8, "AVI ") || bytes.startsWith("\u001aE\u00df\u00a3")) {
            return "it is a video; give single frames of it as JPEG or PNG";
        }
        if (bytes.startsWith("v/1\1")) {
            return not("an OpenEXR picture");
        }
        if (bytes.startsWith("#?RADIANCE") || bytes.startsWith("#?RGBE")) {
            return not("a Radiance HDR picture");
        }
        if (bytes.startsWith("DDS ")) {
            return not("a DirectDraw surface (DDS)");
        }
        if (bytes.startsWith("qoif")) {
            return not("a QOI picture");
        }
        if (bytes.startsWith("gimp xcf")) {
            return not("a GIMP document (XCF)");
        }
        if (bytes.startsWith("\u00d7\u00cd\u00c6\u009a") || bytes.startsWith("\1\0\0\0") && bytes.matches(40, " EMF")) {
            return not("a Windows metafile");
        }
        if (bytes.startsWith("\u00ff\u00d8")) {
            return "it starts like a JPEG file, but its segments are damaged";
        }
        if (file.length > 2 && file[0] == 'P' && file[1] >= '1' && file[1] <= '7' && Character.isWhitespace(file[2])) {
            return not("a Netpbm picture (PBM, PGM, PPM or PAM)");
        }
        return text(bytes);
    }

    /** ISO media files name their kind: HEIC and AVIF are pictures in the boxes of a film. */
    private static String isoMedia(Bytes bytes) {
        boolean heic = false;
        // The first brand may be a general one, such as "mif1", with the kind among those that follow.
        for (int at = 8; at < Math.min(bytes.length(), 48); at += 4) {
            if (!heic && (bytes.matches(at, "avif") || bytes.matches(at, "avis"))) {
                return not("an AVIF picture");
            }
            heic |= bytes.matches(at, "heic") || bytes.matches(at, "heix");
        }
        for (String brand : new String[] {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"}) {
            if (bytes.matches(8, brand)) {
                return not("a HEIC picture (HEIF), as phones take it")
                        + ", or set the camera to its most compatible format";
            }
        }
        if (bytes.matches(8, "crx ")) {
            return not("raw data of a camera (CR3)");
        }
        return "it is a video (MP4 or QuickTime); give single frames of it as JPEG or PNG";
    }

    private static String text(Bytes bytes) {
        int at = bytes.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
        while (at < Math.min(bytes.length(), 64) && Character.isWhitespace(bytes.array()[bytes.from() + at])) {
            at++;
        }
        int length = Math.min(bytes.length() - at, 1024);
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < length; i++) {
            start.append((char) (bytes.array()[bytes.from() + at + i] & 0xff));
        }
        String lower = start.toString().toLowerCase(Locale.ROOT);
        if (lower.startsWith("<") && lower.contains("<svg")) {
            return not("an SVG drawing");
        }
        if (lower.startsWith("<!doctype html")
                || lower.startsWith("<html")
                || lower.startsWith("<") && lower.contains("<html")) {
            return "it is an HTML page, no picture; a download may have returned a page in place of the file";
        }
        if (lower.startsWith("<?xml")) {
            return "it is an XML document, no picture";
        }
        if (lower.startsWith("data:image/")) {
            return "it is the text of a data URL; decode its Base64 part first";
        }
        if (lower.startsWith("version https://git-lfs")) {
            return "it is a pointer of Git LFS; fetch the file itself";
        }
        if (lower.startsWith("{") || lower.startsWith("[")) {
            return "it is text like JSON, no picture";
        }
        return "";
    }

    private static String not(String what) {
        return "it is " + what + ", which is not read; " + CONVERT;
    }
}
