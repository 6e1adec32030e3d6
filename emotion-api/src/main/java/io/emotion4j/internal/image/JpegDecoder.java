package io.emotion4j.internal.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The fast way for the JPEG files that nearly everyone has: the JDK's libjpeg, writing RGB straight into the picture's
 * array. Without a colour profile to convert by and without a second order of the bytes, this takes half to a seventh
 * of the time of {@code ImageIO.read}.
 */
final class JpegDecoder {

    /**
     * Rows that a whole file may lack when its end is reached, since rows come out in blocks of up to 16 and late; and
     * the part of all rows that passes between two reports of progress. Files without an end marker are common, and
     * whole.
     */
    private static final int LATE_ROWS = 32;

    private static final double LATE_PART = 0.06;

    private JpegDecoder() {}

    /** The stored pixels, RGB. */
    static byte[] decode(ImageReaderSpi libjpeg, JpegHeader header, byte[] file) throws IOException {
        int width = (int) header.image().width();
        int height = (int) header.image().height();
        int scans = header.progressive() ? JpegScans.read(header, file).count() : 1;
        ImageReader reader = libjpeg.createReaderInstance();
        try (ByteArrayInput input = new ByteArrayInput(header.tables(), file, header.scansAt())) {
            TruncationWatch watch = new TruncationWatch();
            input.whenExhausted(watch::exhausted);
            reader.setInput(input, true, true);
            if (!header.progressive()) {
                // In a progressive file it would have libjpeg render every scan.
                reader.addIIOReadProgressListener(watch);
            }
            byte[] rgb = new byte[width * height * 3];
            ImageReadParam destination = reader.getDefaultReadParam();
            BufferedImage image = BufferedImages.around(width, height, rgb);
            destination.setDestination(image);
            reader.read(0, destination);
            double missing = (1 - watch.percent() / 100) * height;
            boolean tooMuch = header.progressive() ? scans < 2 : missing > LATE_ROWS + LATE_PART * height;
            if (watch.truncated() && tooMuch) {
                throw new BrokenPictureException("the file is truncated: its data ends after about "
                        + (int) watch.percent() + " % of the picture");
            }
            return rgb;
        } finally {
            reader.dispose();
        }
    }
}
