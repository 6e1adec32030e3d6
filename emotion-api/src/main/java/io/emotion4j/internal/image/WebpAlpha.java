package io.emotion4j.internal.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The transparency of a lossy WebP file that keeps it uncompressed, which imageio-webp passes over: the picture would show the colours
 * of what cannot be seen. By the format's <a href="https://developers.google.com/speed/webp/docs/riff_container#alpha">definition</a>.
 */
final class WebpAlpha {

    private static final int CHUNKS = 12;
    private static final int FRAME = 8; // name and length of a chunk
    private static final int HORIZONTAL = 1;
    private static final int VERTICAL = 2;
    private static final int GRADIENT = 3;

    private final byte[] colours;
    private final byte[] plane;
    private final int width;
    private final int filter;

    private WebpAlpha(byte[] colours, byte[] plane, int width, int filter) {
        this.colours = colours;
        this.plane = plane;
        this.width = width;
        this.filter = filter;
    }

    /** {@return the transparency; null where there is none of this kind, or the file is an animation} */
    static @Nullable WebpAlpha uncompressed(Bytes bigEndian, ImageHeader header) throws BrokenPictureException {
        Bytes file = bigEndian.with(ByteOrder.LITTLE_ENDIAN);
        if (!file.matches(CHUNKS, "VP8X")) {
            return null;
        }
        Bytes alpha = null;
        long at = CHUNKS;
        while (at <= file.length() - FRAME) {
            long length = file.u32(at + 4);
            Bytes body = file.part((int) at + FRAME, (int) Math.min(length, file.length()));
            if (file.matches((int) at, "ALPH") && body.length() > 0 && (body.u8(0) & 3) == 0) {
                alpha = body;
            } else if (file.matches((int) at, "VP8 ") && alpha != null) {
                int pixels = (int) (header.width() * header.height());
                if (alpha.length() - 1 < pixels) {
                    throw new BrokenPictureException(
                            "its transparency is truncated: " + (alpha.length() - 1) + " bytes, expected " + pixels);
                }
                byte[] plane = alpha.part(1, pixels).copy();
                return new WebpAlpha(riff(body), plane, (int) header.width(), alpha.u8(0) >> 2 & 3);
            }
            at += FRAME + length + (length & 1);
        }
        return null;
    }

    private static byte[] riff(Bytes frame) {
        int padded = frame.length() + (frame.length() & 1);
        ByteBuffer file = ByteBuffer.allocate(CHUNKS + FRAME + padded).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + FRAME + padded);
        file.put("WEBPVP8 ".getBytes(StandardCharsets.US_ASCII)).putInt(frame.length());
        return file.put(frame.array(), frame.from(), frame.length()).array();
    }

    /** {@return the same picture as a file without transparency} */
    byte[] colours() {
        return colours;
    }

    /** Puts the colours over white, in place. */
    byte[] over(byte[] rgb) {
        unfilter();
        for (int i = 0; i < plane.length; i++) {
            int alpha = plane[i] & 0xff;
            for (int k = 3 * i; alpha < 255 && k < 3 * i + 3; k++) {
                rgb[k] = (byte) White.under(rgb[k] & 0xff, alpha);
            }
        }
        return rgb;
    }

    private void unfilter() {
        for (int i = 0; filter != 0 && i < plane.length; i++) {
            plane[i] += (byte) expected(i);
        }
    }

    /** What the filter expects from the neighbours that are known. */
    private int expected(int i) {
        int x = i % width;
        if (i < width) {
            return x == 0 ? 0 : plane[i - 1];
        }
        int above = plane[i - width];
        if (x == 0 || filter == VERTICAL) {
            return above;
        }
        int left = plane[i - 1];
        if (filter == HORIZONTAL) {
            return left;
        }
        assert filter == GRADIENT;
        int gradient = (left & 0xff) + (above & 0xff) - (plane[i - width - 1] & 0xff);
        return Math.max(0, Math.min(255, gradient));
    }
}
