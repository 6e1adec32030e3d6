package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.DecodeLimits;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files end in an ImageDecodeException or a picture, whatever the plug-ins throw. */
class DamagedFilesTest {

    private static final DecodeLimits LIMITS = DecodeLimits.DEFAULT.withMaxPixels(1_000_000);

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void damagedFilesNeverThrowAnythingElse(String format) {
        survives(Encoded.with(format, Encoded.sample(40, 30)), 300);
    }

    @Test
    void damagedProgressiveJpegNeverThrowsAnythingElse() {
        survives(Encoded.progressiveJpeg(Encoded.sample(40, 30)), 300);
    }

    @Test
    void damagedWebpNeverThrowsAnythingElse() throws IOException {
        survives(Files.readAllBytes(SharedPhotos.file("exif", "Pillow__hopper_orientation_6.webp")), 150);
        survives(Files.readAllBytes(SharedPhotos.file("format", "TwelveMonkeys__small_1x13.webp")), 300);
    }

    @Test
    void damagedCmykJpegNeverThrowsAnythingElse() throws IOException {
        survives(Files.readAllBytes(SharedPhotos.file("format", "Pillow__pil_sample_cmyk.jpg")), 60);
    }

    /** Of each format one small file: cut off at every byte, and with one bit of every byte turned over. */
    @Test
    void everyTruncationAndEveryFlippedByteEndsInAnErrorOrAPicture() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String format : new String[] {"jpeg", "png", "gif", "bmp", "tiff"}) {
            files.add(Encoded.with(format, Encoded.sample(9, 7)));
        }
        files.add(new TiffFile(5, 4, 5, 4, 16).with(317, 2).of(new byte[160]));
        files.add(Encoded.progressiveJpeg(Encoded.sample(9, 7)));
        files.add(Encoded.write("png", new IIOImage(Encoded.sample(9, 7), null, null), true));
        for (String webp : new String[] {"lossy-method-0.webp", "lossless-alpha.webp"}) {
            try (InputStream file = DamagedFilesTest.class.getResourceAsStream("/pictures/" + webp)) {
                files.add(file.readAllBytes());
            }
        }
        for (byte[] file : files) {
            for (int i = 0; i < file.length; i++) {
                ends(Arrays.copyOf(file, i));
                byte[] flipped = file.clone();
                flipped[i] ^= (byte) (1 << i % 8);
                ends(flipped);
            }
        }
    }

    private static void ends(byte[] damaged) {
        try {
            assertThat(RgbImage.decode(damaged, LIMITS)).isNotNull();
        } catch (ImageDecodeException e) {
            assertThat(e.getMessage()).startsWith("Cannot decode picture").doesNotContainPattern("Exception|Raster|@");
        }
    }

    private static void survives(byte[] file, int rounds) {
        Random random = new Random(file.length);
        for (int i = 0; i < rounds; i++) {
            byte[] damaged = i % 5 == 0 ? Arrays.copyOf(file, 1 + random.nextInt(file.length)) : file.clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                // Half of the damage in the header, where it hurts most.
                int span = random.nextBoolean() ? Math.min(200, damaged.length) : damaged.length;
                damaged[random.nextInt(span)] = (byte) random.nextInt();
            }
            try {
                assertThat(RgbImage.decode(damaged, LIMITS)).isNotNull();
            } catch (ImageDecodeException e) {
                assertThat(e).hasMessageStartingWith("Cannot decode picture");
            }
        }
    }
}
