package io.emotion4j.internal.image;

import io.emotion4j.DecodeLimits;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.ImageDecodeException.Reason;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.imageio.spi.ImageReaderSpi;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a picture file: header, limits, pixels, orientation. Whatever goes wrong ends as an {@link
 * ImageDecodeException}.
 */
public final class ImageDecoder {

    private ImageDecoder() {}

    /** {@return the formats for which no plug-in is here} */
    public static List<String> unreadableFormats() {
        return Arrays.stream(ImageFormat.values())
                .filter(format -> Plugins.best(format).isEmpty())
                .map(ImageFormat::name)
                .toList();
    }

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
            long memory = DecodeMemory.estimate(format, header, picture.bytes());
            QuickDecoding quick = QuickDecoding.of(format, picture.bytes());
            if (quick != null && !MemoryBudget.SHARED.holds(memory + quick.memory(header))) {
                quick = null;
            }
            MemoryBudget.Share share =
                    MemoryBudget.SHARED.take(what, quick == null ? memory : memory + quick.memory(header));
            try {
                return decode(quick, format, header, picture.bytes());
            } finally {
                share.close();
            }
        } catch (ImageDecodeException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw DecodeFailures.outOfMemory(what, e);
        } catch (BrokenPictureException e) {
            throw new ImageDecodeException(Reason.BROKEN, "Cannot decode " + what + ": " + e.getMessage(), e);
        } catch (IOException
                | RuntimeException
                | LinkageError
                | StackOverflowError
                | AssertionError
                | InternalError e) {
            if (DecodeFailures.isOutOfMemory(e)) {
                throw DecodeFailures.outOfMemory(what, e);
            }
            // Plug-ins throw all of these on broken files; their texts name Java classes, or nothing.
            throw new ImageDecodeException(
                    Reason.BROKEN,
                    "Cannot decode " + what + ": its data is damaged, or of a kind of " + format
                            + " that is not read; save it anew with another program",
                    e);
        }
    }

    private static RgbImage decode(@Nullable QuickDecoding quick, ImageFormat format, ImageHeader header, byte[] file)
            throws IOException {
        byte[] stored = quick == null ? null : quick.decode(header, file, 1);
        if (stored == null) {
            stored = decode(format, header, file);
        }
        int width = (int) header.width();
        int height = (int) header.height();
        byte[] upright = Orientation.upright(stored, width, height, header.orientation());
        return Orientation.swapsSides(header.orientation())
                ? PixelAccess.wrap(height, width, upright)
                : PixelAccess.wrap(width, height, upright);
    }

    private static byte[] decode(ImageFormat format, ImageHeader header, byte[] file) throws IOException {
        return switch (format) {
            case JPEG -> jpeg(file);
            case PNG -> png(header, file);
            case TIFF -> tiff(header, file);
            case BMP -> byPlugin(format, header, BmpHeader.asWindows(file));
            default -> byPlugin(format, header, file);
        };
    }

    private static byte[] jpeg(byte[] file) throws IOException {
        JpegHeader header = JpegHeader.read(new Bytes(file));
        Optional<ImageReaderSpi> libjpeg = Plugins.jdkJpeg();
        if (!header.plain() || libjpeg.isEmpty()) {
            return byPlugin(ImageFormat.JPEG, header.image(), file);
        }
        try {
            return JpegDecoder.decode(libjpeg.get(), header, file);
        } catch (BrokenPictureException e) {
            throw e;
        } catch (IOException | RuntimeException first) {
            try {
                // It knows more ways round broken files.
                return byPlugin(ImageFormat.JPEG, header.image(), file);
            } catch (IOException | RuntimeException second) {
                first.addSuppressed(second);
                throw first;
            }
        }
    }

    private static byte[] png(ImageHeader header, byte[] file) throws IOException {
        byte[] pixels = PngDecoder.decode(header, file);
        return pixels == null ? byPlugin(ImageFormat.PNG, header, file) : pixels;
    }

    private static byte[] tiff(ImageHeader header, byte[] file) throws IOException {
        TiffDirectory directory = TiffDirectory.read(new Bytes(file));
        TiffLayout layout = TiffLayout.of(directory, header);
        return TiffData.leftToThePlugin(layout.compression())
                ? byPlugin(ImageFormat.TIFF, header, file)
                : TiffDecoder.decode(layout, directory);
    }

    private static byte[] byPlugin(ImageFormat format, ImageHeader header, byte[] file) throws IOException {
        ImageReaderSpi plugin = Plugins.best(format)
                .orElseThrow(() -> new BrokenPictureException("no ImageIO plug-in reads " + format
                        + "; add com.twelvemonkeys.imageio:imageio-" + format.imageIoName()));
        return Canvas.filled(PluginDecoder.decode(plugin, header, file), header);
    }

    static void check(String what, ImageHeader header, DecodeLimits limits) throws ImageDecodeException {
        long width = header.width();
        long height = header.height();
        if (width < 1 || height < 1) {
            throw new ImageDecodeException(
                    Reason.BROKEN, "Cannot decode " + what + ": its header says that it has no pixels");
        }
        if (Math.max(width, height) > limits.maxSide()) {
            throw new ImageDecodeException(
                    Reason.TOO_LARGE,
                    "Cannot decode " + what + ": a side is longer than the limit of " + limits.maxSide()
                            + " pixels; if you trust it, raise DecodeLimits.maxSide");
        }
        // By division: the product of two 32-bit sides can overflow a long.
        if (width > limits.maxPixels() / height) {
            throw new ImageDecodeException(
                    Reason.TOO_LARGE,
                    "Cannot decode " + what + ": more than the limit of " + limits.maxPixels()
                            + " pixels; if you trust it, raise DecodeLimits.maxPixels");
        }
    }

    private static ImageDecodeException unknownFormat(EncodedPicture picture) {
        byte[] bytes = picture.bytes();
        String known = OtherFormat.describe(bytes);
        String found = known.isEmpty()
                ? "unknown format, it starts with the bytes "
                        + HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, 8)))
                : known;
        return new ImageDecodeException(
                Reason.UNKNOWN_FORMAT,
                "Cannot decode " + picture.name() + ": " + found + "; expected JPEG, PNG, GIF, WebP, BMP or TIFF");
    }
}
