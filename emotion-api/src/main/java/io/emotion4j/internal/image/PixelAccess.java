package io.emotion4j.internal.image;

import io.emotion4j.RgbImage;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way from other packages of this module to the pixels of an {@link RgbImage} without a copy. The class itself
 * hands it over when it is initialised; outside this module nobody can see it.
 */
public abstract class PixelAccess {

    private static volatile @Nullable PixelAccess granted;

    /** For {@link RgbImage}. */
    protected PixelAccess() {}

    /**
     * Called once, by {@link RgbImage}.
     *
     * @param access to its private parts
     */
    public static void grant(PixelAccess access) {
        granted = access;
    }

    /**
     * The pixels themselves.
     *
     * @param image a picture
     * @return interleaved RGB, rows from the top; never write to it
     */
    public static byte[] of(RgbImage image) {
        return access().pixels(image);
    }

    /**
     * A picture around an array.
     *
     * @param width in pixels
     * @param height in pixels
     * @param rgb interleaved RGB, rows from the top; the caller gives it away and never writes to it again
     * @return the picture
     */
    public static RgbImage wrap(int width, int height, byte[] rgb) {
        return access().image(width, height, rgb);
    }

    private static PixelAccess access() {
        PixelAccess access = granted;
        if (access == null) {
            try {
                MethodHandles.lookup().ensureInitialized(RgbImage.class);
            } catch (IllegalAccessException e) {
                throw new AssertionError("RgbImage is public", e);
            }
            access = Objects.requireNonNull(granted, "granted by RgbImage");
        }
        return access;
    }

    /**
     * Reads the private field.
     *
     * @param image a picture
     * @return its pixels
     */
    protected abstract byte[] pixels(RgbImage image);

    /**
     * Calls the private constructor.
     *
     * @param width in pixels
     * @param height in pixels
     * @param rgb pixels, not copied
     * @return the picture
     */
    protected abstract RgbImage image(int width, int height, byte[] rgb);
}
