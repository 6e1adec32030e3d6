package io.emotion4j.output.draw;

import io.emotion4j.internal.files.WholeFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes a picture to a file: JPEG of high quality or PNG, as its name says.
 *
 * @since 0.1.0
 */
public final class PictureWriter {

    private static final float JPEG_QUALITY = 0.92f;

    private PictureWriter() {}

    /**
     * Whether a name is one of a picture that can be written.
     *
     * @param file a name
     * @return whether it ends in .png, .jpg or .jpeg
     */
    public static boolean isPicture(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || isJpeg(name);
    }

    /**
     * Writes, and makes the folder where there is none. The file appears whole or not at all; an old one stays until then.
     *
     * @param picture without transparency
     * @param file ends in .png, .jpg or .jpeg
     * @throws IOException naming the file and the reason, if it cannot be written
     */
    public static void write(BufferedImage picture, Path file) throws IOException {
        String format = isJpeg(file.toString().toLowerCase(Locale.ROOT)) ? "jpeg" : "png";
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        if (!writers.hasNext()) {
            throw new IOException(
                    "This Java writes no " + format + " pictures; it lacks a part of module java.desktop");
        }
        ImageWriter writer = writers.next();
        try {
            WholeFile.write(file, raw -> write(picture, writer, format, raw));
        } finally {
            writer.dispose();
        }
    }

    private static void write(BufferedImage picture, ImageWriter writer, String format, OutputStream raw)
            throws IOException {
        try (var out = new MemoryCacheImageOutputStream(raw)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(JPEG_QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), param);
        }
    }

    private static boolean isJpeg(String lowerCaseName) {
        return lowerCaseName.endsWith(".jpg") || lowerCaseName.endsWith(".jpeg");
    }
}
