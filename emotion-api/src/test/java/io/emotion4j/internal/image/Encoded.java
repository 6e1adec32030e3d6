package io.emotion4j.internal.image;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Made-up picture files. */
final class Encoded {

    private Encoded() {}

    /** A picture that looks different in each of the eight orientations, smooth enough to survive JPEG. */
    static BufferedImage sample(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = 40 + 200 * x / width;
                int green = 40 + 200 * y / height;
                int blue = 200 - 150 * x / width * y / height;
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return image;
    }

    /** One gray all over. */
    static BufferedImage gray(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    }

    static byte[] with(String format, RenderedImage image) {
        return write(format, new IIOImage(image, null, null), false);
    }

    static byte[] jpeg(RenderedImage image) {
        return with("jpeg", image);
    }

    static byte[] progressiveJpeg(RenderedImage image) {
        return write("jpeg", new IIOImage(image, null, null), true);
    }

    static byte[] write(String format, IIOImage image, boolean progressive) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(0.95f);
            }
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, image, param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A TIFF directory with the one entry "orientation", as EXIF has it. */
    static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer exif = ByteBuffer.allocate(26).order(order);
        exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.ISO_8859_1));
        exif.putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
        return exif.array();
    }

    /** A JPEG file with one more segment after its start. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + body.length);
        file.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker).putShort((short) (body.length + 2));
        return file.put(body).put(jpeg, 2, jpeg.length - 2).array();
    }

    static byte[] jpegWithExif(byte[] jpeg, byte[] exif) {
        return withSegment(jpeg, 0xe1, concat("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif));
    }

    /** A PNG file with one more chunk after the first. */
    static byte[] withChunk(byte[] png, String name, byte[] body) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + body.length);
        chunk.putInt(body.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(body);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + body.length);
        chunk.putInt((int) crc.getValue());
        int first = 8 + 12 + 13;
        ByteBuffer file = ByteBuffer.allocate(png.length + chunk.capacity());
        return file.put(png, 0, first)
                .put(chunk.array())
                .put(png, first, png.length - first)
                .array();
    }

    /** A WebP file of chunks. */
    static byte[] riff(byte[]... chunks) {
        byte[] body = concat("WEBP".getBytes(StandardCharsets.ISO_8859_1), concat(chunks));
        return riffChunk("RIFF", body);
    }

    static byte[] riffChunk(String name, byte[] body) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + body.length + (body.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(name.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(body.length)
                .put(body)
                .array();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
