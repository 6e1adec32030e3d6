package io.emotion4j.internal.image;

import io.emotion4j.DecodeLimits;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Decodes a picture file: header, limits, pixels, orientation. Whatever goes wrong ends as an {@link
 * ImageDecodeException}.
 */
public final class ImageDecoder {

    private ImageDecoder() {}

    /**
     * Decodes a picture.
     *
     * @param picture the file
     * @param limits checked against the header before memory is taken for pixels
     * @return the picture, upright
     * @throws ImageDecodeException if it is no picture of a known format, broken or too large
     */
    public static RgbImage decode(EncodedPicture picture, DecodeLimits limits) throws ImageDecodeException {
        ImageFormat format = ImageFormat.of(picture.bytes()).orElseThrow(() -> unknownFormat(picture));
        String what = picture.name() + " (" + format + ")";
        try {
            ImageHeader header = ImageHeader.read(format, picture.bytes());
            what = picture.name() + " (" + format + ", " + header.size() + ")";
            check(what, header, limits);
            return decode(format, header, picture.bytes());
        } catch (ImageDecodeException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw Failures.outOfMemory(what, e);
        } catch (BrokenPictureException e) {
            throw new ImageDecodeException("Cannot decode " + what + ": " + e.getMessage(), e);
        } catch (IOException
                | RuntimeException
                | LinkageError
                | StackOverflowError
                | AssertionError
                | InternalError e) {
            // Plug-ins throw all of these on broken files.
            throw new ImageDecodeException("Cannot decode " + what + ": " + Failures.describe(e), e);
        }
    }

    private static RgbImage decode(ImageFormat format, ImageHeader header, byte[] file) throws IOException {
        if (format == ImageFormat.JPEG) {
            return jpeg(file);
        }
        BufferedImage image = byPlugin(format, header, file);
        if (format == ImageFormat.GIF) {
            return Canvas.place(image, GifHeader.read(new Bytes(file)));
        }
        return upright(BufferedImages.surrender(image), image.getWidth(), image.getHeight(), header.orientation());
    }

    private static RgbImage jpeg(byte[] file) throws IOException {
        JpegHeader header = JpegHeader.read(new Bytes(file));
        ImageHeader size = header.image();
        Optional<ImageReaderSpi> libjpeg = Plugins.jdkJpeg();
        IOException failure = null;
        if (header.plain() && libjpeg.isPresent()) {
            try {
                byte[] rgb = JpegDecoder.decode(libjpeg.get(), header, file);
                return upright(rgb, (int) size.width(), (int) size.height(), size.orientation());
            } catch (BrokenPictureException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                // The plug-in knows more ways round broken files.
                failure = new IOException(Failures.describe(e), e);
            }
        }
        try {
            BufferedImage image = byPlugin(ImageFormat.JPEG, size, file);
            return upright(BufferedImages.surrender(image), image.getWidth(), image.getHeight(), size.orientation());
        } catch (IOException | RuntimeException e) {
            if (failure != null) {
                failure.addSuppressed(e);
                throw failure;
            }
            throw e;
        }
    }

    private static BufferedImage byPlugin(ImageFormat format, ImageHeader header, byte[] file) throws IOException {
        ImageReaderSpi plugin = Plugins.best(format)
                .orElseThrow(() -> new IOException("no ImageIO plug-in reads " + format
                        + "; add com.twelvemonkeys.imageio:imageio-" + format.imageIoName()));
        return PluginDecoder.decode(plugin, header, file);
    }

    private static RgbImage upright(byte[] rgb, int width, int height, int orientation) {
        byte[] upright = Orientation.upright(rgb, width, height, orientation);
        return Orientation.swapsSides(orientation)
                ? PixelAccess.wrap(height, width, upright)
                : PixelAccess.wrap(width, height, upright);
    }

    private static void check(String what, ImageHeader header, DecodeLimits limits) throws ImageDecodeException {
        long width = header.width();
        long height = header.height();
        if (width < 1 || height < 1) {
            throw new ImageDecodeException("Cannot decode " + what + ": its header says that it has no pixels");
        }
        // By division: the product of two 32-bit sides can overflow a long.
        if (width > limits.maxPixels() / height) {
            throw new ImageDecodeException("Cannot decode " + what + ": more than the limit of " + limits.maxPixels()
                    + " pixels; if you trust it, raise DecodeLimits.maxPixels");
        }
    }

    private static ImageDecodeException unknownFormat(EncodedPicture picture) {
        byte[] bytes = picture.bytes();
        String found = bytes.length == 0
                ? "it is empty"
                : "it starts with the bytes "
                        + HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, 8)));
        return new ImageDecodeException("Cannot decode " + picture.name() + ": unknown format, " + found
                + "; expected JPEG, PNG, GIF, WebP, BMP or TIFF");
    }
}
