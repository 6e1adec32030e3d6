package io.emotion4j.internal.image;

/** Puts transparent colours over white. */
final class White {

    private White() {}

    /** One channel of a colour that is not multiplied by its alpha, all 0 to 255. */
    static int under(int colour, int alpha) {
        int sum = colour * alpha + 255 * (255 - alpha);
        return (sum + 127) / 255;
    }

    /** One channel of a colour that may be multiplied by its alpha already. */
    static int under(int colour, int alpha, boolean premultiplied) {
        return premultiplied ? Math.min(255, colour + 255 - alpha) : under(colour, alpha);
    }

    /** Puts a colour, {@code 0xAARRGGBB}, over white. */
    static void putOver(int argb, byte[] rgb, int at) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            rgb[at] = (byte) (argb >> 16);
            rgb[at + 1] = (byte) (argb >> 8);
            rgb[at + 2] = (byte) argb;
        } else {
            rgb[at] = (byte) under(argb >> 16 & 0xff, alpha);
            rgb[at + 1] = (byte) under(argb >> 8 & 0xff, alpha);
            rgb[at + 2] = (byte) under(argb & 0xff, alpha);
        }
    }
}
