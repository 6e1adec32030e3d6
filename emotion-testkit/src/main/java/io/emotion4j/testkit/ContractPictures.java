package io.emotion4j.testkit;

import io.emotion4j.BoundingBox;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;

/** The pictures that the contracts show to detectors and classifiers. */
final class ContractPictures {

    private static final String SAMPLE = "seven-expressions.png";

    private ContractPictures() {}

    /** {@return the project's sample: seven faces} */
    static RgbImage withFaces() {
        try (InputStream sample = ContractPictures.class.getResourceAsStream(SAMPLE)) {
            if (sample == null) {
                throw new IllegalStateException("This testkit was built without the project's samples/" + SAMPLE
                        + "; override the contract's pictureWithFaces");
            }
            return RgbImage.decode(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return one even gray} */
    static RgbImage even(int width, int height, int gray) {
        byte[] pixels = new byte[width * height * 3];
        Arrays.fill(pixels, (byte) gray);
        return RgbImage.of(width, height, pixels);
    }

    /** {@return soft blotches, so that every place of the picture looks different; always the same} */
    static RgbImage blotches(int width, int height) {
        Random random = new Random(48);
        double[] phase = random.doubles(6, 0, 2 * Math.PI).toArray();
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.length; i++) {
            int channel = i % 3;
            int pixel = i / 3;
            int x = pixel % width;
            int y = pixel / width;
            double wave =
                    Math.sin(x / (5.0 + channel) + phase[channel]) + Math.sin(y / (7.0 - channel) + phase[3 + channel]);
            pixels[i] = (byte) (127.5 + 50 * wave + 20 * random.nextDouble());
        }
        return RgbImage.of(width, height, pixels);
    }

    /** {@return the part of the picture from {@code x} to the right and from {@code y} downwards} */
    static RgbImage from(RgbImage image, int x, int y) {
        return cut(image, new BoundingBox(x, y, image.width() - x, image.height() - y));
    }

    /** {@return a part of the picture; the box lies inside, in whole pixels} */
    static RgbImage cut(RgbImage image, BoundingBox box) {
        int width = (int) box.width();
        int height = (int) box.height();
        byte[] whole = image.toRgbBytes();
        byte[] part = new byte[width * height * 3];
        for (int row = 0; row < height; row++) {
            int source = (((int) box.y() + row) * image.width() + (int) box.x()) * 3;
            System.arraycopy(whole, source, part, row * width * 3, width * 3);
        }
        return RgbImage.of(width, height, part);
    }
}
