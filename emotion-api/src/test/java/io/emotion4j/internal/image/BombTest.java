package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.DecodeLimits;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Small files that claim to be huge pictures. */
class BombTest {

    /** A valid file of each format, with the sides in its header set to 60000 each. */
    private static Map<String, byte[]> bombs() {
        byte[] png = Encoded.with("png", Encoded.sample(8, 8));
        ByteBuffer.wrap(png).putInt(16, 60000).putInt(20, 60000);
        byte[] bmp = Encoded.with("bmp", Encoded.sample(8, 8));
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 60000).putInt(22, 60000);
        byte[] gif = Encoded.with("gif", Encoded.sample(8, 8));
        ByteBuffer.wrap(gif)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(6, (short) 60000)
                .putShort(8, (short) 60000);
        byte[] jpeg = Encoded.jpeg(Encoded.sample(8, 8));
        int frame = indexOf(jpeg, 0xff, 0xc0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 60000).putShort(frame + 7, (short) 60000);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 24 + 4).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 256).putShort((short) 4).putInt(1).putInt(60000);
        tiff.putShort((short) 257).putShort((short) 4).putInt(1).putInt(60000);
        ByteBuffer webp = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        webp.put("RIFF".getBytes())
                .putInt(22)
                .put("WEBPVP8X".getBytes())
                .putInt(10)
                .putInt(0);
        webp.put(new byte[] {(byte) 0x5f, (byte) 0xea, 0, (byte) 0x5f, (byte) 0xea, 0}); // 59999 and 59999
        return Map.of("PNG", png, "BMP", bmp, "GIF", gif, "JPEG", jpeg, "TIFF", tiff.array(), "WEBP", webp.array());
    }

    private static int indexOfNextSegment(byte[] jpeg, int from) {
        for (int i = from; ; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] != 0) {
                return i;
            }
        }
    }

    private static int indexOf(byte[] bytes, int first, int second) {
        for (int i = 0; ; i++) {
            if ((bytes[i] & 0xff) == first && (bytes[i + 1] & 0xff) == second) {
                return i;
            }
        }
    }

    @Test
    void hugePicturesAreRefusedByTheirHeader() {
        bombs().forEach((format, bomb) -> {
            assertThatExceptionOfType(ImageDecodeException.class)
                    .as(format)
                    .isThrownBy(() -> RgbImage.decode(bomb))
                    .withMessageContaining(format + ", 60000x60000")
                    .withMessageContaining("limit of 67108864 pixels")
                    .withMessageContaining("DecodeLimits.maxPixels");
        });
    }

    @Test
    void sidesWhoseProductOverflowsAreRefused() {
        byte[] png = Encoded.with("png", Encoded.sample(8, 8));
        ByteBuffer.wrap(png).putInt(16, -1).putInt(20, -1);
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(png))
                .withMessageContaining("4294967295x4294967295");
    }

    @Test
    void aPictureWithoutPixelsIsRefused() {
        byte[] png = Encoded.with("png", Encoded.sample(8, 8));
        ByteBuffer.wrap(png).putInt(16, 0);
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(png))
                .withMessageContaining("PNG, 0x8")
                .withMessageContaining("no pixels");
    }

    @Test
    void thePixelLimitIsSettable() throws ImageDecodeException {
        byte[] png = Encoded.with("png", Encoded.sample(10, 10));
        assertThat(RgbImage.decode(png, DecodeLimits.DEFAULT.withMaxPixels(100)).width())
                .isEqualTo(10);
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(png, DecodeLimits.DEFAULT.withMaxPixels(99)))
                .withMessageContaining("limit of 99 pixels");
    }

    @Test
    void theByteLimitIsSettable() throws ImageDecodeException {
        byte[] png = Encoded.with("png", Encoded.sample(10, 10));
        assertThat(RgbImage.decode(png, DecodeLimits.DEFAULT.withMaxBytes(png.length))
                        .width())
                .isEqualTo(10);
        DecodeLimits less = DecodeLimits.DEFAULT.withMaxBytes(png.length - 1);
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(png, less))
                .withMessageContaining("it has " + png.length + " bytes, the limit is " + (png.length - 1));
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(ByteBuffer.wrap(png), less))
                .withMessageContaining("DecodeLimits.maxBytes");
    }

    @Test
    void anEndlessStreamIsReadNoFurtherThanTheLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 7;
            }
        };
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(endless, DecodeLimits.DEFAULT.withMaxBytes(1000)))
                .withMessageContaining("more than 1000 bytes");
    }

    @Test
    void whatAPhoneAppendsToAProgressiveJpegIsNotCountedAsScans() throws ImageDecodeException {
        byte[] jpeg = Encoded.progressiveJpeg(Encoded.sample(1024, 1024));
        byte[] film = new byte[8000];
        for (int i = 0; i < film.length; i += 2) {
            film[i] = (byte) 0xff;
            film[i + 1] = (byte) 0xda;
        }
        assertThat(RgbImage.decode(Encoded.concat(jpeg, film)).width()).isEqualTo(1024);
    }

    @Test
    void aJpegOfThousandsOfScansIsRefused() {
        byte[] jpeg = Encoded.progressiveJpeg(Encoded.sample(1024, 1024));
        int scan = indexOf(jpeg, 0xff, 0xda);
        int end = jpeg.length - 2;
        byte[] firstScan = Arrays.copyOfRange(jpeg, scan, indexOfNextSegment(jpeg, scan + 14));
        byte[][] parts = new byte[2002][];
        Arrays.fill(parts, firstScan);
        parts[0] = Arrays.copyOf(jpeg, end);
        parts[2001] = Arrays.copyOfRange(jpeg, end, jpeg.length);
        byte[] bomb = Encoded.concat(parts);
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(bomb))
                .withMessageContaining("scans are far more than a picture needs");
    }
}
