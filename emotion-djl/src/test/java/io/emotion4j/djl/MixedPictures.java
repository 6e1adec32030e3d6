package io.emotion4j.djl;

import io.emotion4j.testing.TestPictures;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** What a service gets: pictures of several formats and sizes with seven faces, one or none, and files that are broken. */
final class MixedPictures {

    private MixedPictures() {}

    /** {@return the files, of the seven faces' picture and the one face's} */
    static List<byte[]> of(Path seven, Path one) throws IOException {
        BufferedImage faces = rgb(ImageIO.read(seven.toFile()), 1);
        BufferedImage face = rgb(ImageIO.read(one.toFile()), 1);
        List<byte[]> files = new ArrayList<>();
        files.add(Files.readAllBytes(one));
        files.add(TestPictures.jpeg(faces, false));
        files.add(TestPictures.jpeg(rgb(face, 2.5), true));
        files.add(written(face, "png"));
        files.add(written(rgb(face, 0.5), "bmp"));
        files.add(written(rgb(faces, 0.5), "gif"));
        files.add(written(rgb(face, 0.8), "tiff"));
        files.add(TestPictures.jpeg(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), false));
        byte[] cut = files.get(0);
        files.add(Arrays.copyOf(cut, 300));
        files.add("This is not a picture.".getBytes(StandardCharsets.US_ASCII));
        return files;
    }

    private static BufferedImage rgb(BufferedImage picture, double times) {
        int width = (int) (picture.getWidth() * times);
        int height = (int) (picture.getHeight() * times);
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, bytes)) {
            throw new IOException("ImageIO does not write " + format);
        }
        return bytes.toByteArray();
    }
}
