package io.emotion4j.internal.image;

/**
 * How much heap decoding a picture takes at its peak, by its format: the plug-in's own raster, the RGB pixels, and a
 * second copy of these where it is turned. Measured with the smallest heaps that pictures of 9 megapixels go through.
 */
final class DecodeMemory {

    private static final int RGB = 3;

    private DecodeMemory() {}

    /** {@return bytes of heap at the peak} */
    static long estimate(ImageFormat format, ImageHeader header, byte[] file) throws BrokenPictureException {
        double raster = switch (format) {
            case JPEG -> jpeg(file);
            case PNG -> png(new Bytes(file));
            case GIF -> 1 + (header.left() > 0 || header.top() > 0 ? RGB : 0);
            // Lossless ones keep their colours as ints and several levels of code tables beside them.
            case WEBP -> 8;
            case BMP -> 4;
            case TIFF -> tiff(header, file);
        };
        double turned = Orientation.swapsSides(header.orientation()) || header.orientation() > 1 ? RGB : 0;
        return (long) (header.width() * header.height() * (RGB + Math.max(raster, turned)));
    }

    /**
     * Memory that libjpeg takes outside the heap: the coefficients of the whole picture where more than one scan adds to them.
     *
     * @return bytes
     */
    static long outsideHeap(ImageFormat format, ImageHeader header, byte[] file) throws BrokenPictureException {
        if (format != ImageFormat.JPEG) {
            return 0;
        }
        JpegHeader jpeg = JpegHeader.read(new Bytes(file));
        return jpeg.progressive() ? (long) (header.width() * header.height() * jpeg.samples() * Short.BYTES) : 0;
    }

    /** What libjpeg decodes goes straight into the picture; CMYK takes a raster and its conversion. */
    private static double jpeg(byte[] file) throws BrokenPictureException {
        return JpegHeader.read(new Bytes(file)).plain() ? 0 : 10;
    }

    private static double png(Bytes file) throws BrokenPictureException {
        int depth = file.u8(24);
        int samples = switch (file.u8(25)) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        // The rows as read, and as unpacked, of a picture of few and long ones.
        return samples * depth / 8.0 * 1.5 + 0.5;
    }

    /** One strip or tile at a time, which may be the whole picture. */
    private static double tiff(ImageHeader header, byte[] file) throws BrokenPictureException {
        TiffLayout layout = TiffLayout.of(TiffDirectory.read(new Bytes(file)), header);
        if (TiffData.leftToThePlugin(layout.compression())) {
            return 6;
        }
        double rows = Math.min(layout.segmentHeight(), layout.height());
        double segment = rows * layout.rowBytes() * (layout.planes() ? layout.samples() : 1)
                + (double) layout.segmentWidth() * layout.samples();
        double copies = layout.reversed() || layout.compression() == TiffData.JPEG ? 2 : 1;
        return copies * segment / ((double) layout.width() * layout.height());
    }
}
