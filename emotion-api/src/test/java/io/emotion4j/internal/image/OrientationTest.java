package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

    /** How a viewer finds the pixel (x, y) of the upright picture in the stored one of w x h, by the EXIF standard. */
    private static int[] stored(int orientation, int x, int y, int w, int h) {
        return switch (orientation) {
            case 2 -> new int[] {w - 1 - x, y};
            case 3 -> new int[] {w - 1 - x, h - 1 - y};
            case 4 -> new int[] {x, h - 1 - y};
            case 5 -> new int[] {y, x};
            case 6 -> new int[] {y, h - 1 - x};
            case 7 -> new int[] {w - 1 - y, h - 1 - x};
            case 8 -> new int[] {w - 1 - y, x};
            default -> new int[] {x, y};
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachOrientationIsTurnedUpright(int orientation) throws ImageDecodeException {
        byte[] png = Encoded.with("png", Encoded.sample(70, 45));
        RgbImage storedPicture = RgbImage.decode(png);
        RgbImage upright =
                RgbImage.decode(Encoded.withChunk(png, "eXIf", Encoded.exif(orientation, ByteOrder.BIG_ENDIAN)));
        assertThat(upright.width()).isEqualTo(orientation < 5 ? 70 : 45);
        assertThat(upright.height()).isEqualTo(orientation < 5 ? 45 : 70);
        for (int y = 0; y < upright.height(); y++) {
            for (int x = 0; x < upright.width(); x++) {
                int[] at = stored(orientation, x, y, 70, 45);
                assertThat(upright.rgb(x, y)).isEqualTo(storedPicture.rgb(at[0], at[1]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void jpegHasTheSameOrientations(int orientation) throws ImageDecodeException {
        byte[] jpeg = Encoded.jpeg(Encoded.sample(64, 40));
        RgbImage storedPicture = RgbImage.decode(jpeg);
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            RgbImage upright = RgbImage.decode(Encoded.jpegWithExif(jpeg, Encoded.exif(orientation, order)));
            int[] at = stored(orientation, 7, 11, 64, 40);
            assertThat(upright.rgb(7, 11)).isEqualTo(storedPicture.rgb(at[0], at[1]));
        }
    }

    /** As ImageMagick wrote it before PNG had a chunk for EXIF. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pngMayKeepItInATextOfHexadecimalDigits(boolean compressed) throws ImageDecodeException {
        byte[] png = Encoded.with("png", Encoded.sample(70, 45));
        byte[] exif = Encoded.concat(latin1("Exif\0\0"), Encoded.exif(6, ByteOrder.BIG_ENDIAN));
        String hex = HexFormat.of().formatHex(exif);
        String text = "\nexif\n      " + exif.length + "\n" + hex.substring(0, 36) + "\n" + hex.substring(36) + "\n";
        byte[] name = latin1("Raw profile type exif\0" + (compressed ? "\0" : ""));
        byte[] whole = compressed ? PngFile.deflated(latin1(text)) : latin1(text);
        for (int length = 0; length <= whole.length; length++) {
            byte[] chunk = Encoded.concat(name, Arrays.copyOf(whole, length));
            RgbImage decoded = RgbImage.decode(Encoded.withChunk(png, compressed ? "zTXt" : "tEXt", chunk));
            assertThat(decoded.width() == 70 || length > 20)
                    .as("damaged, it is upright")
                    .isTrue();
            assertThat(length < whole.length || decoded.width() == 45).isTrue();
        }
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void orientationsThatDoNotExistAreUpright() throws ImageDecodeException {
        byte[] jpeg = Encoded.jpeg(Encoded.sample(64, 40));
        for (int orientation : new int[] {0, 9, 65535}) {
            byte[] exif = Encoded.exif(orientation, ByteOrder.LITTLE_ENDIAN);
            assertThat(RgbImage.decode(Encoded.jpegWithExif(jpeg, exif)).width())
                    .isEqualTo(64);
        }
    }

    @Test
    void brokenExifIsUpright() throws ImageDecodeException {
        byte[] jpeg = Encoded.jpeg(Encoded.sample(64, 40));
        byte[] exif = Encoded.exif(6, ByteOrder.BIG_ENDIAN);
        for (int length = 0; length < 20; length++) {
            byte[] cut = Arrays.copyOf(exif, length);
            assertThat(RgbImage.decode(Encoded.jpegWithExif(jpeg, cut)).width()).isEqualTo(64);
        }
        exif[4] = 0x7f; // the directory lies beyond the end
        assertThat(RgbImage.decode(Encoded.jpegWithExif(jpeg, exif)).width()).isEqualTo(64);
    }

    @Test
    void theSamePortraitInAllOrientationsComesOutTheSame() throws ImageDecodeException {
        RgbImage upright = RgbImage.decode(SharedPhotos.file("exif", "Pillow__hopper.jpg"));
        int files = 0;
        for (Path file : SharedPhotos.in("exif")) {
            RgbImage portrait = RgbImage.decode(file);
            // They were compressed anew, turned; a wrong orientation is more than 40 levels off.
            assertThat(Difference.mean(portrait, upright)).as(file.toString()).isLessThan(8);
            files++;
        }
        assertThat(files).isGreaterThanOrEqualTo(15);
    }
}
