package io.emotion4j.internal.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.util.Arrays;

/**
 * Between AWT's images and plain RGB arrays, without {@code BufferedImage.getRGB} for all common types: it costs 10 to
 * 16 ms a megapixel, and brightens gray pictures because AWT takes gray values as linear, which no file means.
 */
public final class BufferedImages {

    private static final int[] RGB_ORDER = {0, 1, 2};

    private BufferedImages() {}

    /**
     * The pixels of an image, transparent parts over white.
     *
     * @param image any type; not changed
     * @return a new array of interleaved RGB
     */
    public static byte[] toRgb(BufferedImage image) {
        Raster raster = image.getRaster();
        ColorModel colors = image.getColorModel();
        if (colors instanceof IndexColorModel palette) {
            return IndexedPixels.toRgb(raster, palette);
        }
        if (colors instanceof ComponentColorModel
                && raster.getSampleModel() instanceof ComponentSampleModel
                && isGrayOrRgb(colors.getColorSpace())) {
            if (raster.getTransferType() == DataBuffer.TYPE_BYTE) {
                return BytePixels.toRgb(raster, colors);
            }
            if (raster.getTransferType() == DataBuffer.TYPE_USHORT) {
                return ShortPixels.toRgb(raster, colors);
            }
        }
        if (colors instanceof DirectColorModel direct
                && raster.getTransferType() == DataBuffer.TYPE_INT
                && raster.getSampleModel() instanceof SinglePixelPackedSampleModel
                && PackedPixels.hasByteMasks(direct)) {
            return PackedPixels.toRgb(raster, direct);
        }
        return anyToRgb(image);
    }

    /** As {@link #toRgb}, for an image that nobody else holds: its own array where that is interleaved RGB already. */
    static byte[] surrender(BufferedImage image) {
        if (image.getRaster().getDataBuffer() instanceof DataBufferByte data
                && image.getRaster().getSampleModel() instanceof PixelInterleavedSampleModel samples
                && image.getColorModel() instanceof ComponentColorModel colors
                && isGrayOrRgb(colors.getColorSpace())
                && Arrays.equals(samples.getBandOffsets(), RGB_ORDER)
                && samples.getPixelStride() == 3
                && samples.getScanlineStride() == 3 * image.getWidth()
                && data.getOffset() == 0
                && data.getData().length == 3L * image.getWidth() * image.getHeight()) {
            return data.getData();
        }
        return toRgb(image);
    }

    /** An image that is a view of an RGB array. */
    static BufferedImage around(int width, int height, byte[] rgb) {
        ColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        DataBufferByte data = new DataBufferByte(rgb, rgb.length);
        return new BufferedImage(
                colors,
                Raster.createInterleavedRaster(data, width, height, 3 * width, 3, RGB_ORDER, null),
                false,
                null);
    }

    /**
     * An image with a copy of the pixels.
     *
     * @param width in pixels
     * @param height in pixels
     * @param rgb interleaved; only read
     * @return an image of {@link BufferedImage#TYPE_3BYTE_BGR}, the type that AWT and its plug-ins handle best
     */
    public static BufferedImage fromRgb(int width, int height, byte[] rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        image.getRaster().setDataElements(0, 0, width, height, rgb);
        return image;
    }

    private static boolean isGrayOrRgb(ColorSpace space) {
        boolean linearRgb = space == ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
        return space.getType() == ColorSpace.TYPE_GRAY || space.getType() == ColorSpace.TYPE_RGB && !linearRgb;
    }

    private static byte[] anyToRgb(BufferedImage image) {
        int width = image.getWidth();
        byte[] rgb = new byte[width * image.getHeight() * 3];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                White.putOver(row[x], rgb, (y * width + x) * 3);
            }
        }
        return rgb;
    }
}
