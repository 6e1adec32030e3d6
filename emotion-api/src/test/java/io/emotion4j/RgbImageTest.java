package io.emotion4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RgbImageTest {

    private static final byte[] TWO_BY_ONE = {1, 2, 3, (byte) 250, (byte) 251, (byte) 252};

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(RgbImage.of(2, 1, TWO_BY_ONE).toBufferedImage(), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void holdsItsPixels() {
        RgbImage image = RgbImage.of(2, 1, TWO_BY_ONE);
        assertThat(image.width()).isEqualTo(2);
        assertThat(image.height()).isEqualTo(1);
        assertThat(image.rgb(0, 0)).isEqualTo(0x010203);
        assertThat(image.rgb(1, 0)).isEqualTo(0xfafbfc);
        assertThat(image).hasToString("RgbImage[2x1]");
    }

    @Test
    void cannotBeChangedFromOutside() {
        byte[] bytes = TWO_BY_ONE.clone();
        RgbImage image = RgbImage.of(2, 1, bytes);
        bytes[0] = 99;
        image.toRgbBytes()[1] = 99;
        image.toBufferedImage().setRGB(0, 0, 0xffffff);
        assertThat(image.toRgbBytes()).isEqualTo(TWO_BY_ONE);
    }

    @Test
    void pixelsOutsideAreRefused() {
        RgbImage image = RgbImage.of(2, 1, TWO_BY_ONE);
        assertThatThrownBy(() -> image.rgb(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.rgb(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theArrayMustFitTheSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RgbImage.of(3, 1, TWO_BY_ONE))
                .withMessageContaining("3x1")
                .withMessageContaining("9 bytes")
                .withMessageContaining("found 6");
        assertThatIllegalArgumentException().isThrownBy(() -> RgbImage.of(0, 5, new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> RgbImage.of(-1, -2, TWO_BY_ONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void anyTypeOfBufferedImageIsRead(int type) {
        BufferedImage image = new BufferedImage(7, 5, type);
        for (int i = 0; i < 35; i++) {
            image.setRGB(i % 7, i / 7, 0xff000000 | i * 7 << 19 | i * 5 << 11 | i * 3 << 3);
        }
        RgbImage read = RgbImage.from(image);
        for (int i = 0; i < 35; i++) {
            assertThat(read.rgb(i % 7, i / 7)).isEqualTo(image.getRGB(i % 7, i / 7) & 0xffffff);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void aPartOfABufferedImageIsReadFromItsPlace(int type) {
        BufferedImage whole = new BufferedImage(20, 20, type);
        whole.setRGB(12, 9, 0xffffffff);
        RgbImage part = RgbImage.from(whole.getSubimage(10, 8, 5, 4));
        assertThat(part.width()).isEqualTo(5);
        assertThat(part.rgb(2, 1)).isEqualTo(0xffffff);
        assertThat(part.rgb(1, 1)).isEqualTo(RgbImage.from(whole).rgb(11, 9));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_4BYTE_ABGR_PRE
            })
    void transparentPixelsArePutOverWhite(int type) {
        BufferedImage image = new BufferedImage(3, 1, type);
        image.setRGB(0, 0, 0);
        image.setRGB(1, 0, 0x800000ff);
        image.setRGB(2, 0, 0xff204060);
        RgbImage read = RgbImage.from(image);
        assertThat(read.rgb(0, 0)).isEqualTo(0xffffff);
        assertThat(read.rgb(1, 0)).isEqualTo(0x7f7fff);
        assertThat(read.rgb(2, 0)).isEqualTo(0x204060);
    }

    @Test
    void grayIsTakenAsItIs() {
        BufferedImage bytes = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        bytes.getRaster().setSample(0, 0, 0, 100);
        assertThat(RgbImage.from(bytes).rgb(0, 0)).isEqualTo(0x646464);
        BufferedImage shorts = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        shorts.getRaster().setSample(0, 0, 0, 100 * 257 + 100);
        assertThat(RgbImage.from(shorts).rgb(0, 0)).isEqualTo(0x646464);
    }

    @Test
    void samplesInPlanesAreRead() {
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, 1, DataBuffer.TYPE_BYTE);
        BufferedImage planes = new BufferedImage(
                colors,
                Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_BYTE, 2, 2, 3), null),
                false,
                null);
        planes.setRGB(1, 1, 0xff123456);
        assertThat(RgbImage.from(planes).rgb(1, 1)).isEqualTo(0x123456);
    }

    @Test
    void toBufferedImageAndBackIsTheSame() {
        RgbImage image = RgbImage.of(2, 1, TWO_BY_ONE);
        assertThat(image.toBufferedImage().getRGB(0, 0)).isEqualTo(0xff010203);
        assertThat(RgbImage.from(image.toBufferedImage()).toRgbBytes()).isEqualTo(TWO_BY_ONE);
    }

    @Test
    void decodesFilesArraysStreamsAndBuffers(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("no-suffix"), png());
        assertThat(RgbImage.decode(file).toRgbBytes()).isEqualTo(TWO_BY_ONE);
        assertThat(RgbImage.decode(png()).toRgbBytes()).isEqualTo(TWO_BY_ONE);
        assertThat(RgbImage.decode(new ByteArrayInputStream(png())).toRgbBytes())
                .isEqualTo(TWO_BY_ONE);
        ByteBuffer direct = ByteBuffer.allocateDirect(png().length + 4)
                .position(4)
                .put(png())
                .position(4);
        assertThat(RgbImage.decode(direct).toRgbBytes()).isEqualTo(TWO_BY_ONE);
        assertThat(direct.position()).isEqualTo(4);
        assertThat(RgbImage.decode(direct.asReadOnlyBuffer()).toRgbBytes()).isEqualTo(TWO_BY_ONE);
    }

    @Test
    void theCallerClosesTheStream() throws IOException {
        InputStream stream = new ByteArrayInputStream(png()) {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        assertThat(RgbImage.decode(stream).width()).isEqualTo(2);
    }

    @Test
    void aFileThatCannotBeReadIsNamed(@TempDir Path folder) {
        Path missing = folder.resolve("missing.jpg");
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(missing))
                .withMessage("Cannot read " + missing + ": no such file")
                .withCauseInstanceOf(NoSuchFileException.class);
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(folder))
                .withMessageStartingWith("Cannot read " + folder);
    }

    @Test
    void aStreamThatFailsIsAnImageDecodeException() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cable pulled");
            }
        };
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(failing))
                .withMessageContaining("cable pulled");
    }

    @Test
    void anErrorNamesTheFileTheFormatAndTheSize(@TempDir Path folder) throws IOException {
        byte[] png = png();
        Path file = Files.write(folder.resolve("cut.png"), Arrays.copyOf(png, png.length - 25));
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(file))
                .withMessageStartingWith("Cannot decode " + file + " (PNG, 2x1): ");
    }

    @Test
    void everyFailureSaysOfWhichKindItIs(@TempDir Path folder) throws IOException {
        byte[] png = png();
        fails(ImageDecodeException.Reason.UNREADABLE, () -> RgbImage.decode(folder.resolve("missing.jpg")));
        fails(ImageDecodeException.Reason.UNKNOWN_FORMAT, () -> RgbImage.decode(new byte[] {1, 2, 3}));
        fails(ImageDecodeException.Reason.BROKEN, () -> RgbImage.decode(Arrays.copyOf(png, png.length - 25)));
        fails(ImageDecodeException.Reason.TOO_LARGE, () -> RgbImage.decode(png, DecodeLimits.DEFAULT.withMaxPixels(1)));
        fails(
                ImageDecodeException.Reason.TOO_LARGE,
                () -> RgbImage.decode(png, DecodeLimits.DEFAULT.withMaxBytes(png.length - 1)));
    }

    private static void fails(ImageDecodeException.Reason reason, ThrowingCallable decoding) {
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(decoding)
                .returns(reason, ImageDecodeException::reason);
    }

    @Test
    void limitsMustBePossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecodeLimits.DEFAULT.withMaxPixels(0))
                .withMessageContaining("maxPixels must be within 1 to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecodeLimits.DEFAULT.withMaxPixels(1L << 31))
                .withMessageContaining("found 2147483648");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecodeLimits.DEFAULT.withMaxBytes(-1))
                .withMessageContaining("maxBytes");
    }
}
