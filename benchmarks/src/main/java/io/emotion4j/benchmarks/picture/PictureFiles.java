package io.emotion4j.benchmarks.picture;

import io.emotion4j.benchmarks.bare.OpenCv;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures as files of the forms that people have. */
final class PictureFiles {

    private static final float JPEG_QUALITY = 0.9f;

    private PictureFiles() {}

    static byte[] jpeg(BufferedImage picture, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam options = writer.getDefaultWriteParam();
            options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            options.setCompressionQuality(JPEG_QUALITY);
            options.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), options);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] png(BufferedImage picture, int bits) throws IOException {
        return write(bits == 8 ? picture : Deep.of(picture), "png");
    }

    static byte[] tiff(BufferedImage picture) throws IOException {
        return write(picture, "tiff");
    }

    /** By OpenCV: Java writes no WebP. */
    static byte[] webp(BufferedImage picture, boolean lossless) throws IOException {
        return OpenCv.webp(write(picture, "png"), lossless);
    }

    private static byte[] write(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, bytes)) {
            throw new IOException("This Java writes no " + format);
        }
        return bytes.toByteArray();
    }
}
