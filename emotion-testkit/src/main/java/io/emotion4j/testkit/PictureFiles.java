package io.emotion4j.testkit;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import io.emotion4j.spi.PictureFile;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** The picture files that Java itself can write, by what they are. */
final class PictureFiles {

    private static final int APP1 = 0xe1;

    /** A TIFF directory, big end first, with one entry: tag 274, a SHORT, once, its value last. */
    private static final byte[] EXIF = {
        'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0
    };

    private static final int VALUE = 25;

    private PictureFiles() {}

    static Map<String, byte[]> of(int width, int height) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        BufferedImage colours = filled(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR));
        BufferedImage grays = filled(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY));
        for (boolean progressive : new boolean[] {false, true}) {
            String coding = progressive ? "progressive" : "baseline";
            files.put(coding + ".jpeg", encoded("jpeg", colours, progressive));
            files.put(coding + "-gray.jpeg", encoded("jpeg", grays, progressive));
            BufferedImage tiny = filled(new BufferedImage(1, 3, BufferedImage.TYPE_3BYTE_BGR));
            files.put(coding + "-tiny.jpeg", encoded("jpeg", tiny, progressive));
            files.put(coding + ".png", encoded("png", colours, progressive));
        }
        files.put("gray.png", encoded("png", grays, false));
        BufferedImage alpha = filled(new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR));
        files.put("alpha.png", encoded("png", alpha, false));
        BufferedImage deep = filled(new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY));
        files.put("deep.png", encoded("png", deep, false));
        BufferedImage palette = filled(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED));
        files.put("palette.png", encoded("png", palette, false));
        BufferedImage bilevel = filled(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY));
        files.put("bilevel.png", encoded("png", bilevel, false));
        return files;
    }

    /** The file as a decoder gets it; null where it is of another kind. */
    static @Nullable PictureFile asHandedOver(PictureFile.Kind kind, String name, byte[] bytes) {
        PictureFile.@Nullable Kind found = null;
        if (name.endsWith(".jpeg")) {
            found = name.startsWith("progressive") ? PictureFile.Kind.PROGRESSIVE_JPEG : PictureFile.Kind.JPEG;
        } else if (name.endsWith(".png")) {
            found = PictureFile.Kind.PNG;
        } else if (name.endsWith(".webp")) {
            found = PictureFile.Kind.WEBP;
        }
        if (found != kind) {
            return null;
        }
        try {
            RgbImage size = RgbImage.decode(bytes);
            return new PictureFile(kind, bytes, size.width(), size.height());
        } catch (ImageDecodeException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same JPEG with an EXIF orientation. */
    static byte[] turned(byte[] jpeg, int orientation) {
        byte[] exif = EXIF.clone();
        exif[VALUE] = (byte) orientation;
        return ByteBuffer.allocate(jpeg.length + 4 + exif.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) APP1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** Soft colours with some grain, which look different in every orientation. */
    private static BufferedImage filled(BufferedImage image) {
        WritableRaster raster = image.getRaster();
        int most = (1 << image.getSampleModel().getSampleSize(0)) - 1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    double wave = Math.sin(x / (7.0 + band)) * Math.cos(y / (11.0 - band));
                    double grain = (x * 7919 + y * 104729 ^ x * y) % 13 / 40.0;
                    raster.setSample(x, y, band, (int) (most * (0.45 + 0.3 * wave + grain * x / image.getWidth())));
                }
            }
        }
        return image;
    }

    private static byte[] encoded(String format, BufferedImage image, boolean progressive) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
