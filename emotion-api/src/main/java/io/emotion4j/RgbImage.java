package io.emotion4j;

import io.emotion4j.internal.image.BufferedImages;
import io.emotion4j.internal.image.EncodedPicture;
import io.emotion4j.internal.image.ImageDecoder;
import io.emotion4j.internal.image.PixelAccess;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * An upright picture: 8-bit RGB, rows from the top, three bytes a pixel. Immutable, and so safe to share between
 * threads.
 *
 * <p>The {@code decode} methods read JPEG, PNG, GIF and WebP (the first frame), BMP and TIFF, told apart by their first
 * bytes, never by a file's name. The picture comes out as a viewer shows it: turned by its EXIF orientation,
 * transparent parts over white. In PNG that is the chunk {@code eXIf}; ImageMagick's text form of EXIF is ignored, as by
 * browsers. Colour profiles are ignored except for CMYK, as in the picture libraries that networks
 * are trained with. No file is written.
 *
 * @since 0.1.0
 */
public final class RgbImage {

    static {
        PixelAccess.grant(new PixelAccess() {
            @Override
            protected byte[] pixels(RgbImage image) {
                return image.rgb;
            }

            @Override
            protected RgbImage image(int width, int height, byte[] rgb) {
                return new RgbImage(width, height, rgb, 0);
            }
        });
    }

    private final int width;
    private final int height;
    private final byte[] rgb;
    private final long decodeNanos;

    private RgbImage(int width, int height, byte[] rgb, long decodeNanos) {
        if (width < 1 || height < 1 || (long) width * height * 3 != rgb.length) {
            throw new IllegalArgumentException(
                    "A picture of " + width + "x" + height + " needs sides of at least 1 and "
                            + (long) width * height * 3 + " bytes (3 a pixel), found " + rgb.length);
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        this.decodeNanos = decodeNanos;
    }

    /**
     * A picture from raw pixels.
     *
     * @param width in pixels
     * @param height in pixels
     * @param rgb red, green, blue of each pixel, row by row from the top; copied
     * @return the picture
     * @throws IllegalArgumentException if a side is less than 1 or {@code rgb} does not hold 3 bytes a pixel
     */
    public static RgbImage of(int width, int height, byte[] rgb) {
        return new RgbImage(width, height, rgb.clone(), 0);
    }

    /**
     * A picture from an AWT image; transparent parts over white.
     *
     * @param image any type; taken as upright; its pixels are copied
     * @return the picture
     */
    public static RgbImage from(BufferedImage image) {
        long start = System.nanoTime();
        byte[] rgb = BufferedImages.toRgb(image);
        return new RgbImage(image.getWidth(), image.getHeight(), rgb, System.nanoTime() - start);
    }

    /**
     * Which formats cannot be read here, because the ImageIO plug-in for them is missing.
     *
     * @return of {@code JPEG}, {@code PNG}, {@code GIF}, {@code WEBP}, {@code BMP} and {@code TIFF} those; none where all is well
     */
    public static List<String> unreadableFormats() {
        return ImageDecoder.unreadableFormats();
    }

    /**
     * Decodes a file within {@link DecodeLimits#DEFAULT}.
     *
     * @param file the picture
     * @return the picture, upright
     * @throws ImageDecodeException if the file cannot be read, is no picture of a known format, is broken or too large
     */
    public static RgbImage decode(Path file) throws ImageDecodeException {
        return decode(file, DecodeLimits.DEFAULT);
    }

    /**
     * Decodes a file.
     *
     * @param file the picture
     * @param limits how large it may be
     * @return the picture, upright
     * @throws ImageDecodeException if the file cannot be read, is no picture of a known format, is broken or too large
     */
    public static RgbImage decode(Path file, DecodeLimits limits) throws ImageDecodeException {
        return decode(System.nanoTime(), EncodedPicture.of(file, limits), limits);
    }

    /**
     * Decodes an encoded picture within {@link DecodeLimits#DEFAULT}.
     *
     * @param encoded the bytes of a picture file; only read
     * @return the picture, upright
     * @throws ImageDecodeException if the bytes are no picture of a known format, are broken or too large
     */
    public static RgbImage decode(byte[] encoded) throws ImageDecodeException {
        return decode(encoded, DecodeLimits.DEFAULT);
    }

    /**
     * Decodes an encoded picture.
     *
     * @param encoded the bytes of a picture file; only read
     * @param limits how large it may be
     * @return the picture, upright
     * @throws ImageDecodeException if the bytes are no picture of a known format, are broken or too large
     */
    public static RgbImage decode(byte[] encoded, DecodeLimits limits) throws ImageDecodeException {
        return decode(System.nanoTime(), EncodedPicture.of(encoded, limits), limits);
    }

    /**
     * Decodes a stream within {@link DecodeLimits#DEFAULT}.
     *
     * @param encoded read to its end; the caller closes it
     * @return the picture, upright
     * @throws ImageDecodeException if the stream fails, is no picture of a known format, is broken or too large
     */
    public static RgbImage decode(InputStream encoded) throws ImageDecodeException {
        return decode(encoded, DecodeLimits.DEFAULT);
    }

    /**
     * Decodes a stream.
     *
     * @param encoded read to its end, or to just past the limit; the caller closes it
     * @param limits how large it may be
     * @return the picture, upright
     * @throws ImageDecodeException if the stream fails, is no picture of a known format, is broken or too large
     */
    public static RgbImage decode(InputStream encoded, DecodeLimits limits) throws ImageDecodeException {
        return decode(System.nanoTime(), EncodedPicture.of(encoded, limits), limits);
    }

    /**
     * Decodes a buffer within {@link DecodeLimits#DEFAULT}.
     *
     * @param encoded its remaining bytes are read; its position stays
     * @return the picture, upright
     * @throws ImageDecodeException if the bytes are no picture of a known format, are broken or too large
     */
    public static RgbImage decode(ByteBuffer encoded) throws ImageDecodeException {
        return decode(encoded, DecodeLimits.DEFAULT);
    }

    /**
     * Decodes a buffer.
     *
     * @param encoded its remaining bytes are read; its position stays
     * @param limits how large it may be
     * @return the picture, upright
     * @throws ImageDecodeException if the bytes are no picture of a known format, are broken or too large
     */
    public static RgbImage decode(ByteBuffer encoded, DecodeLimits limits) throws ImageDecodeException {
        return decode(System.nanoTime(), EncodedPicture.of(encoded, limits), limits);
    }

    /** Decodes; the time since {@code start} is what it took. */
    static RgbImage decode(long start, EncodedPicture encoded, DecodeLimits limits) throws ImageDecodeException {
        RgbImage image = ImageDecoder.decode(encoded, limits);
        return new RgbImage(image.width, image.height, image.rgb, System.nanoTime() - start);
    }

    /** How long it took to make it from encoded bytes, or from an AWT image; 0 where its pixels were given. */
    long decodeNanos() {
        return decodeNanos;
    }

    /** {@return the width in pixels, at least 1} */
    public int width() {
        return width;
    }

    /** {@return the height in pixels, at least 1} */
    public int height() {
        return height;
    }

    /**
     * One pixel.
     *
     * @param x column, from 0 at the left
     * @param y row, from 0 at the top
     * @return {@code 0xRRGGBB}
     * @throws IndexOutOfBoundsException if the pixel lies outside the picture
     */
    public int rgb(int x, int y) {
        Objects.checkIndex(x, width);
        Objects.checkIndex(y, height);
        int at = (y * width + x) * 3;
        return (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
    }

    /** {@return a copy of the pixels: red, green, blue of each, row by row from the top} */
    public byte[] toRgbBytes() {
        return rgb.clone();
    }

    /** {@return a new AWT image of {@link BufferedImage#TYPE_3BYTE_BGR} with a copy of the pixels} */
    public BufferedImage toBufferedImage() {
        return BufferedImages.fromRgb(width, height, rgb);
    }

    /** {@return for example {@code RgbImage[640x480]}} */
    @Override
    public String toString() {
        return "RgbImage[" + width + "x" + height + "]";
    }
}
