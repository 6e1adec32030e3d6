package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

    private static final BufferedImage SAMPLE = Encoded.sample(61, 43);

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff"})
    void losslessFormatsComeOutAsTheyWentIn(String format) throws ImageDecodeException {
        RgbImage decoded = RgbImage.decode(Encoded.with(format, SAMPLE));
        assertThat(decoded.toRgbBytes()).isEqualTo(RgbImage.from(SAMPLE).toRgbBytes());
    }

    @Test
    void jpegComesOutNearly() throws ImageDecodeException {
        RgbImage original = RgbImage.from(SAMPLE);
        assertThat(Difference.mean(RgbImage.decode(Encoded.jpeg(SAMPLE)), original))
                .isLessThan(2);
        assertThat(Difference.mean(RgbImage.decode(Encoded.progressiveJpeg(SAMPLE)), original))
                .isLessThan(2);
    }

    @Test
    void grayJpegIsNotBrightened() throws ImageDecodeException {
        // AWT takes gray as linear light: its own conversion to RGB would give 188 for 128.
        BufferedImage gray = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) gray.getRaster().getDataBuffer()).getData(), (byte) 128);
        for (String format : new String[] {"jpeg", "png", "tiff"}) {
            assertThat(RgbImage.decode(Encoded.with(format, gray)).rgb(8, 8))
                    .as(format)
                    .isEqualTo(0x808080);
        }
    }

    @Test
    void sixteenBitsBecomeEight() throws ImageDecodeException {
        BufferedImage gray = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < 256; x++) {
            gray.getRaster().setSample(x, 0, 0, x * 257);
        }
        for (String format : new String[] {"png", "tiff"}) {
            RgbImage decoded = RgbImage.decode(Encoded.with(format, gray));
            for (int x = 0; x < 256; x++) {
                assertThat(decoded.rgb(x, 0)).as(format).isEqualTo(x * 0x010101);
            }
        }
    }

    @Test
    void transparencyIsPutOverWhite() throws ImageDecodeException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00ff0000);
        image.setRGB(1, 0, 0x80ff0000);
        image.setRGB(2, 0, 0xff00ff00);
        RgbImage decoded = RgbImage.decode(Encoded.with("png", image));
        assertThat(decoded.rgb(0, 0)).isEqualTo(0xffffff);
        assertThat(decoded.rgb(1, 0)).isEqualTo(0xff7f7f);
        assertThat(decoded.rgb(2, 0)).isEqualTo(0x00ff00);
    }

    @Test
    void palettesAreReadWithTheirTransparentColour() throws ImageDecodeException {
        BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 10, 10);
        graphics.dispose();
        RgbImage decoded = RgbImage.decode(Encoded.with("gif", image));
        assertThat(decoded.rgb(3, 3)).isEqualTo(0xff0000);
        assertThat(decoded.rgb(15, 3)).isEqualTo(0xffffff);
    }

    @Test
    void blackAndWhiteIsReadFromOneBitAPixel() throws ImageDecodeException {
        BufferedImage image = new BufferedImage(13, 2, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(12, 1, 0xffffffff);
        for (String format : new String[] {"png", "bmp", "tiff"}) {
            RgbImage decoded = RgbImage.decode(Encoded.with(format, image));
            assertThat(decoded.rgb(12, 1)).as(format).isEqualTo(0xffffff);
            assertThat(decoded.rgb(11, 1)).as(format).isZero();
        }
    }

    @Test
    void aGifFrameLiesWhereTheCanvasHasIt() throws ImageDecodeException {
        byte[] gif = Encoded.with("gif", Encoded.sample(10, 6));
        int image = indexOf(gif, 0x2c, 13 + (3 << (gif[10] & 7) + 1));
        gif[6] = 30; // canvas 30x20, frame at (4, 5)
        gif[8] = 20;
        gif[image + 1] = 4;
        gif[image + 3] = 5;
        RgbImage decoded = RgbImage.decode(gif);
        assertThat(decoded.toString()).isEqualTo("RgbImage[30x20]");
        assertThat(decoded.rgb(3, 5)).isEqualTo(0xffffff);
        assertThat(decoded.rgb(14, 5)).isEqualTo(0xffffff);
        assertThat(decoded.rgb(4, 5))
                .isEqualTo(RgbImage.decode(Encoded.with("gif", Encoded.sample(10, 6)))
                        .rgb(0, 0));
    }

    @Test
    void anAnimatedWebpShowsItsFirstFrameOnItsCanvas() throws Exception {
        byte[] still = Files.readAllBytes(SharedPhotos.file("format", "Pillow__hopper.webp"));
        byte[] frame = Arrays.copyOfRange(still, 12, still.length);
        // 128x128 at (40, 20) of 200x160; places are halved, sides are less one.
        byte[] place = {20, 0, 0, 10, 0, 0, 127, 0, 0, 127, 0, 0, 100, 0, 0, 0};
        byte[] animation = Encoded.riff(
                Encoded.riffChunk("VP8X", new byte[] {2, 0, 0, 0, (byte) 199, 0, 0, (byte) 159, 0, 0}),
                Encoded.riffChunk("ANIM", new byte[6]),
                Encoded.riffChunk("ANMF", Encoded.concat(place, frame)),
                Encoded.riffChunk("ANMF", Encoded.concat(new byte[6], Arrays.copyOfRange(place, 6, 16), frame)));
        RgbImage decoded = RgbImage.decode(animation);
        assertThat(decoded).hasToString("RgbImage[200x160]");
        assertThat(decoded.rgb(39, 20)).isEqualTo(0xffffff);
        assertThat(decoded.rgb(40 + 64, 20 + 64))
                .isEqualTo(RgbImage.decode(still).rgb(64, 64));
    }

    private static int indexOf(byte[] bytes, int value, int from) {
        int at = from;
        while (bytes[at] != value) {
            at++;
        }
        return at;
    }

    @Test
    void cmykJpegIsReadAsColours() throws ImageDecodeException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 32, 32, 4, null);
        for (int i = 0; i < 32 * 32; i++) {
            // Red: no cyan, all magenta and yellow, no black; Adobe stores ink inverted.
            raster.setPixel(i % 32, i / 32, new int[] {255, 0, 0, 255});
        }
        byte[] adobe = "Adobe\0\144\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] jpeg = Encoded.withSegment(Encoded.write("jpeg", new IIOImage(raster, null, null), false), 0xee, adobe);
        int red = RgbImage.decode(jpeg).rgb(16, 16);
        assertThat(red >> 16).isGreaterThan(180);
        assertThat(red >> 8 & 0xff).isLessThan(80);
        assertThat(red & 0xff).isLessThan(80);
    }

    @Test
    void aColourProfileChangesNothing() throws ImageDecodeException {
        byte[] jpeg = Encoded.jpeg(SAMPLE);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] header = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
        byte[] withProfile = Encoded.withSegment(jpeg, 0xe2, Encoded.concat(header, profile));
        assertThat(RgbImage.decode(withProfile).toRgbBytes())
                .isEqualTo(RgbImage.decode(jpeg).toRgbBytes());
        byte[] withJunk = Encoded.withSegment(jpeg, 0xe2, Encoded.concat(header, new byte[] {1, 2, 3}));
        assertThat(RgbImage.decode(withJunk).toRgbBytes())
                .isEqualTo(RgbImage.decode(jpeg).toRgbBytes());
    }

    @Test
    void aThumbnailIsNotThePicture() throws ImageDecodeException {
        byte[] thumbnail = Encoded.jpeg(Encoded.sample(8, 8));
        byte[] jpeg = Encoded.jpegWithExif(Encoded.jpeg(SAMPLE), thumbnail);
        assertThat(RgbImage.decode(jpeg).width()).isEqualTo(61);
    }

    @Test
    void junkBetweenJpegSegmentsIsPassedOver() throws ImageDecodeException {
        byte[] jpeg = Encoded.jpeg(SAMPLE);
        byte[] junk = Encoded.concat(
                Arrays.copyOf(jpeg, 20), new byte[] {0, 1, 2, 3}, Arrays.copyOfRange(jpeg, 20, jpeg.length));
        assertThat(RgbImage.decode(junk).toRgbBytes())
                .isEqualTo(RgbImage.decode(jpeg).toRgbBytes());
    }

    @Test
    void aJpegThatIsCutOffIsRefusedAndSaysWhereItEnds() {
        byte[] jpeg = Encoded.jpeg(noise(200, 200));
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(Arrays.copyOf(jpeg, jpeg.length / 2)))
                .withMessageContaining("JPEG, 200x200")
                .withMessageContaining("truncated")
                .withMessageMatching("(?s).*about [3-5]\\d % of the picture.*");
    }

    @Test
    void aJpegWithoutItsEndMarkerIsWhole() throws ImageDecodeException {
        for (byte[] jpeg : new byte[][] {Encoded.jpeg(noise(90, 90)), Encoded.progressiveJpeg(noise(90, 90))}) {
            RgbImage cut = RgbImage.decode(Arrays.copyOf(jpeg, jpeg.length - 2));
            assertThat(Difference.mean(cut, RgbImage.decode(jpeg))).isCloseTo(0, within(0.1));
        }
    }

    private static BufferedImage noise(int width, int height) {
        Random random = new Random(1);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt());
        }
        return image;
    }

    @Test
    void threadsDoNotDisturbEachOther() {
        byte[][] files = {
            Encoded.jpeg(SAMPLE),
            Encoded.with("png", SAMPLE),
            Encoded.with("gif", SAMPLE),
            Encoded.progressiveJpeg(SAMPLE)
        };
        List<byte[]> alone = Stream.of(files).map(ImageDecoderTest::pixels).toList();
        IntStream.range(0, 400)
                .parallel()
                .forEach(i -> assertThat(pixels(files[i % 4])).isEqualTo(alone.get(i % 4)));
    }

    private static byte[] pixels(byte[] file) {
        try {
            return RgbImage.decode(file).toRgbBytes();
        } catch (ImageDecodeException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsNoPictureIsNamedByItsFirstBytes() {
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode("no picture".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("6e 6f 20 70 69 63 74 75")
                .withMessageContaining("expected JPEG, PNG, GIF, WebP, BMP or TIFF");
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(new byte[0]))
                .withMessageContaining("the file is empty");
    }

    /** libjpeg's rule: what JFIF says stands above what Adobe says, and that above the components' names. */
    @Test
    void theColoursOfJpegGoByJfifThenByAdobeThenByNames() throws ImageDecodeException {
        byte[] jfif = Encoded.jpeg(Encoded.sample(64, 48));
        byte[] known = RgbImage.decode(jfif).toRgbBytes();
        byte[] bare = Encoded.concat(Arrays.copyOf(jfif, 2), Arrays.copyOfRange(jfif, 20, jfif.length));
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        assertThat(RgbImage.decode(Encoded.withSegment(jfif, 0xee, adobe)).toRgbBytes())
                .isEqualTo(known);
        assertThat(RgbImage.decode(bare).toRgbBytes()).isEqualTo(known);
        assertThat(Difference.mean(RgbImage.decode(Encoded.withSegment(bare, 0xee, adobe)), RgbImage.of(64, 48, known)))
                .isGreaterThan(20);
        adobe[11] = 1;
        assertThat(RgbImage.decode(Encoded.withSegment(bare, 0xee, adobe)).toRgbBytes())
                .isEqualTo(known);
    }
}
