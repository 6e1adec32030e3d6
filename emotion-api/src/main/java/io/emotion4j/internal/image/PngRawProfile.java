package io.emotion4j.internal.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * EXIF as ImageMagick wrote it into PNG before the format had a chunk for it: a text of the name {@code Raw profile type exif}, of three
 * lines and hexadecimal digits. Browsers pass over it; Pillow, exiftool and ImageMagick do not, nor does this library: a camera's picture
 * that was converted would lie on its side, and its faces would not be found.
 */
final class PngRawProfile {

    private static final String NAME = "Raw profile type exif\0";
    /** Orientation is among the first entries; thumbnails behind it do not matter. */
    private static final int MOST = 1 << 16;

    private static final int LINES_BEFORE = 3;

    private PngRawProfile() {}

    static boolean isIn(Bytes text) {
        return text.startsWith(NAME);
    }

    /** The orientation in a text chunk, which is compressed in zTXt; upright where it is damaged. */
    static int orientation(Bytes text, boolean compressed) {
        int start = NAME.length();
        byte[] content = compressed
                ? inflated(text.part(start + 1, text.length()).copy())
                : text.part(start, text.length()).copy();
        byte[] exif = fromHex(content);
        Bytes bytes = new Bytes(exif);
        return TiffHeader.orientation(bytes.startsWith("Exif\0\0") ? bytes.part(6, exif.length) : bytes);
    }

    private static byte[] inflated(byte[] data) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data);
            byte[] content = new byte[MOST];
            return Arrays.copyOf(content, inflater.inflate(content));
        } catch (DataFormatException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    /** The digits behind the first lines, up to whatever is none. */
    private static byte[] fromHex(byte[] content) {
        String text = new String(content, 0, Math.min(content.length, MOST), StandardCharsets.ISO_8859_1);
        String[] lines = text.split("\n", LINES_BEFORE + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int high = -1;
        for (char c : lines[lines.length - 1].toCharArray()) {
            int digit = Character.digit(c, 16);
            if (digit < 0 && c != '\n') {
                break;
            }
            if (digit >= 0 && high >= 0) {
                bytes.write(high << 4 | digit);
                high = -1;
            } else if (digit >= 0) {
                high = digit;
            }
        }
        return bytes.toByteArray();
    }
}
