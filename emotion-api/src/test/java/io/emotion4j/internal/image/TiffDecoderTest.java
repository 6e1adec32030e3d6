package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of TIFF of which the JDK's reader made other pictures without an error, or which it refused. */
class TiffDecoderTest {

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void cmykIsPlainInkAt8And16Bits() throws ImageDecodeException {
        byte[] cyanAndGray = bytes(255, 0, 0, 0, 0, 0, 0, 127);
        RgbImage eight = RgbImage.decode(new TiffFile(2, 1, 5, 4, 8).of(cyanAndGray));
        assertThat(eight.toRgbBytes()).isEqualTo(bytes(0, 255, 255, 128, 128, 128));
        byte[] wide = new byte[16];
        for (int i = 0; i < 16; i++) {
            wide[i] = cyanAndGray[i / 2];
        }
        assertThat(RgbImage.decode(new TiffFile(2, 1, 5, 4, 16).of(wide)).toRgbBytes())
                .isEqualTo(eight.toRgbBytes());
    }

    @Test
    void anUnspecifiedExtraSampleChangesNothing() throws ImageDecodeException {
        TiffFile rgb = new TiffFile(1, 1, 2, 4, 8).with(338, 0);
        assertThat(RgbImage.decode(rgb.of(bytes(10, 20, 30, 0))).rgb(0, 0)).isEqualTo(0x0a141e);
        TiffFile cmyk = new TiffFile(1, 1, 5, 5, 8).with(338, 0);
        assertThat(RgbImage.decode(cmyk.of(bytes(255, 0, 0, 0, 77))).rgb(0, 0)).isEqualTo(0x00ffff);
    }

    @Test
    void alphaIsPutOverWhiteWhetherMultipliedAlreadyOrNot() throws ImageDecodeException {
        TiffFile plain = new TiffFile(1, 1, 2, 4, 8).with(338, 2);
        assertThat(RgbImage.decode(plain.of(bytes(100, 200, 0, 51))).rgb(0, 0)).isEqualTo(0xe0f4cc);
        TiffFile multiplied = new TiffFile(1, 1, 2, 4, 8).with(338, 1);
        assertThat(RgbImage.decode(multiplied.of(bytes(20, 40, 0, 51))).rgb(0, 0))
                .isEqualTo(0xe0f4cc);
    }

    @Test
    void labIsSeenThroughItsSignedColours() throws ImageDecodeException {
        byte[] whiteGrayRed = bytes(255, 0, 0, 137, 0, 0, 138, 80, 67);
        RgbImage decoded = RgbImage.decode(new TiffFile(3, 1, 8, 3, 8).of(whiteGrayRed));
        RgbImage expected = RgbImage.of(3, 1, bytes(255, 255, 255, 128, 128, 128, 252, 15, 17));
        assertThat(Difference.mean(decoded, expected)).isLessThan(3);
    }

    @Test
    void reversedBitsArePutInOrderBeforePackBitsIsUndone() throws ImageDecodeException {
        // Three bytes as they are, then one repeated: 2 a b c, -4 d; each byte's bits reversed.
        byte[] packed = bytes(2, 0x80, 0x01, 0xf0, -4, 0x3c);
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) (Integer.reverse(packed[i]) >>> 24);
        }
        RgbImage decoded = RgbImage.decode(
                new TiffFile(64, 1, 1, 1, 1).with(259, 32773).with(266, 2).of(packed));
        assertThat(decoded.rgb(0, 0)).isEqualTo(0xffffff);
        assertThat(decoded.rgb(1, 0)).isZero();
        assertThat(decoded.rgb(15, 0)).isEqualTo(0xffffff);
        assertThat(decoded.rgb(63 - 2, 0)).isEqualTo(0xffffff);
        assertThat(decoded.rgb(63, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void differencesOf16BitSamplesAreAddedUpInEitherByteOrder(boolean bigEndian) throws ImageDecodeException {
        ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer differences = ByteBuffer.allocate(8).order(order);
        differences.putShort((short) (100 * 257)).putShort((short) 257);
        differences.putShort((short) (-51 * 257)).putShort((short) (205 * 257));
        TiffFile file = new TiffFile(4, 1, 1, 1, 16, order, false).with(317, 2);
        assertThat(RgbImage.decode(file.of(differences.array())).toRgbBytes())
                .isEqualTo(bytes(100, 100, 100, 101, 101, 101, 50, 50, 50, 255, 255, 255));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bigTiffIsReadInEitherByteOrder(boolean bigEndian) throws ImageDecodeException {
        ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        TiffFile file = new TiffFile(1, 2, 2, 3, 8, order, true);
        // Numbers of 4 bytes stand at the start of their places, which big-endian files have on the left, too.
        assertThat(RgbImage.decode(file.of(bytes(1, 2, 3, 4, 5, 6))).toRgbBytes())
                .isEqualTo(bytes(1, 2, 3, 4, 5, 6));
    }

    @Test
    void planesAndFloatingPointSamplesAreRead() throws ImageDecodeException {
        ByteBuffer floats = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        floats.putFloat(0.5f).putFloat(1);
        byte[] file = new TiffFile(2, 1, 1, 1, 32).with(339, 3).of(floats.array());
        assertThat(RgbImage.decode(file).toRgbBytes()).isEqualTo(bytes(128, 128, 128, 255, 255, 255));
    }

    @Test
    void whatFloatingPointSamplesBeyondOneMeanIsNotGuessed() {
        ByteBuffer floats =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(200);
        refused(new TiffFile(1, 1, 1, 1, 32).with(339, 3).of(floats.array()), "go beyond 1");
    }

    @Test
    void kindsThatAreNotReadAreNamed() {
        refused(new TiffFile(1, 1, 1, 1, 64).of(new byte[8]), "unsigned with 64 bits");
        refused(new TiffFile(1, 1, 1, 1, 16).with(339, 2).of(new byte[2]), "signed with 16 bits");
        refused(new TiffFile(1, 1, 2, 3, 8).with(259, 50000).of(new byte[3]), "Zstandard");
        refused(new TiffFile(1, 1, 32803, 1, 8).of(new byte[1]), "raw data of a camera's sensor");
        refused(new TiffFile(1, 1, 5, 4, 8).with(332, 2).of(new byte[4]), "inks are not");
        refused(new TiffFile(9, 9, 2, 3, 8).of(new byte[100]), "truncated: 100 bytes of pixels, expected 243");
    }

    private static void refused(byte[] file, String why) {
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(file))
                .withMessageContaining("TIFF, ")
                .withMessageContaining(why)
                .returns(ImageDecodeException.Reason.BROKEN, ImageDecodeException::reason);
    }

    private enum Compression {
        LZW("LZW"),
        DEFLATE("Deflate"),
        ZLIB("ZLib"),
        PACK_BITS("PackBits");

        private final String name;

        Compression(String name) {
            this.name = name;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLosslessCompressionGivesWhatWentIn(Compression compression) throws IOException {
        RgbImage sample = RgbImage.from(Encoded.sample(301, 257));
        for (boolean tiled : new boolean[] {false, true}) {
            byte[] file = written(sample, compression.name, tiled);
            assertThat(RgbImage.decode(file).toRgbBytes()).isEqualTo(sample.toRgbBytes());
        }
    }

    @Test
    void jpegInsideIsNearlyWhatWentIn() throws IOException {
        RgbImage sample = RgbImage.from(Encoded.sample(301, 257));
        assertThat(Difference.mean(RgbImage.decode(written(sample, "JPEG", false)), sample))
                .isLessThan(3);
    }

    private static byte[] written(RgbImage image, String compression, boolean tiled) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
            if (tiled) {
                param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
                param.setTiling(64, 48, 0, 0);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image.toBufferedImage(), null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Test
    void theGivenCasesShowTheSamplePicture() throws IOException {
        List<String> names = List.of(
                "tiff-wrong-picture/cmyk_jpeg.tif",
                "tiff-wrong-picture/lab_by_littlecms.tif",
                "tiff-refused/bigtiff.tif",
                "tiff-refused/rgb16_lzw_predictor_by_opencv.tif");
        RgbImage expected = RgbImage.decode(SharedPhotos.cases("pictures").resolve("tiff-refused/bigtiff.tif"));
        for (String name : names) {
            RgbImage decoded = RgbImage.decode(SharedPhotos.cases("pictures").resolve(name));
            assertThat(Difference.mean(decoded, expected)).as(name).isLessThan(20);
        }
    }
}
