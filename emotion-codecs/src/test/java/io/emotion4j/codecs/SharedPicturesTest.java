package io.emotion4j.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every picture of ../shared, damaged ones, too, decoded with the native decoders and without. */
class SharedPicturesTest {

    private static final Path SHARED = Path.of("..", "..", "shared");
    private static final String PROPERTY = "emotion4j.pictureDecoders";

    /** Of WebP, whose decoders enlarge the colours in different ways; all else is equal to the last bit. */
    private static final double WEBP_TOLERANCE = 2;

    @Test
    void everyPhotoComesOutAsWithoutThem() throws IOException {
        checkAll(SHARED.resolve("photos"));
    }

    @Test
    void everyPictureThatOnceFailedComesOutAsWithoutThem() throws IOException {
        checkAll(SHARED.resolve("cases"));
    }

    private static void checkAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            String reason = "skipped: " + folder + " is not on this machine";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Object with = decode(file);
            System.setProperty(PROPERTY, "false");
            Object without;
            try {
                without = decode(file);
            } finally {
                System.clearProperty(PROPERTY);
            }
            assertThat(with).as(file.toString()).hasToString(without.toString());
            if (with instanceof RgbImage one && without instanceof RgbImage other) {
                boolean webp = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith("RIFF");
                assertThat(difference(one.toRgbBytes(), other.toRgbBytes()))
                        .as("mean difference of " + file)
                        .isLessThanOrEqualTo(webp ? WEBP_TOLERANCE : 0);
            }
        }
    }

    /** A picture, or what is wrong. */
    private static Object decode(Path file) {
        try {
            return RgbImage.decode(file);
        } catch (ImageDecodeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static double difference(byte[] one, byte[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff));
        }
        return (double) sum / one.length;
    }
}
