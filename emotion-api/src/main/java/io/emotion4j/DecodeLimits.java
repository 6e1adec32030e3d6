package io.emotion4j;

/**
 * How large a picture may be. All bounds are checked before a pixel is decoded: the bytes as they come in, the pixels
 * from the header. Whatever the limits, a picture that takes more than three quarters of the heap is refused, and all
 * that are decoded at once share that much.
 *
 * @param maxPixels most width times height, in pixels
 * @param maxBytes most size of the encoded picture, in bytes
 * @param maxSide most width and most height, in pixels
 * @since 0.1.0
 */
public record DecodeLimits(long maxPixels, long maxBytes, int maxSide) {

    /** What one Java array can hold as RGB. */
    private static final long MOST_PIXELS = (Integer.MAX_VALUE - 8) / 3;

    private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

    /**
     * 64 megapixels (2<sup>26</sup> pixels: today's 64-megapixel cameras give 9248 x 6936, a little more than 64
     * million), 256 megabytes (2<sup>28</sup>, room for 64 megapixels without compression) and sides of 65,536 pixels.
     */
    public static final DecodeLimits DEFAULT = new DecodeLimits(1L << 26, 1L << 28, 1 << 16);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a bound is less than 1, or more than one Java array can hold
     */
    public DecodeLimits {
        check("maxPixels", maxPixels, MOST_PIXELS);
        check("maxBytes", maxBytes, MOST_BYTES);
        check("maxSide", maxSide, Integer.MAX_VALUE);
    }

    private static void check(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be within 1 to " + most + ", found " + value);
        }
    }

    /**
     * Another bound for the number of pixels.
     *
     * @param pixels most width times height
     * @return limits with it
     */
    public DecodeLimits withMaxPixels(long pixels) {
        return new DecodeLimits(pixels, maxBytes, maxSide);
    }

    /**
     * Another bound for the number of bytes.
     *
     * @param bytes most size of the encoded picture
     * @return limits with it
     */
    public DecodeLimits withMaxBytes(long bytes) {
        return new DecodeLimits(maxPixels, bytes, maxSide);
    }

    /**
     * Another bound for the sides.
     *
     * @param pixels most width and most height
     * @return limits with it
     */
    public DecodeLimits withMaxSide(int pixels) {
        return new DecodeLimits(maxPixels, maxBytes, pixels);
    }
}
