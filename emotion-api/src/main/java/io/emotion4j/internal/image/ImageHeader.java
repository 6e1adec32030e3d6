package io.emotion4j.internal.image;

import java.io.IOException;

/**
 * What a file says of its picture before any pixel is decoded.
 *
 * @param width as stored, before the orientation is applied
 * @param height as stored
 * @param orientation EXIF's 1 to 8; 1 is upright
 * @param left column where the first frame of an animation starts
 * @param top row where the first frame of an animation starts
 */
record ImageHeader(long width, long height, int orientation, int left, int top) {

    ImageHeader(long width, long height, int orientation) {
        this(width, height, orientation, 0, 0);
    }

    static ImageHeader read(ImageFormat format, byte[] file) throws IOException {
        Bytes bytes = new Bytes(file);
        return switch (format) {
            case JPEG -> JpegHeader.read(bytes).image();
            case PNG -> PngHeader.read(bytes);
            case GIF -> GifHeader.read(bytes);
            case WEBP -> WebpHeader.read(bytes);
            case BMP -> BmpHeader.read(bytes);
            case TIFF -> TiffHeader.read(bytes);
        };
    }

    /** {@return for example {@code 640x480}} */
    String size() {
        return width + "x" + height;
    }
}
