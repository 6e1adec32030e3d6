package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transparency that is kept uncompressed, which imageio-webp passes over without an error. */
class WebpAlphaTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 160;

    private static byte[] lossy() throws IOException {
        try (InputStream file = WebpAlphaTest.class.getResourceAsStream("/pictures/lossy-method-0.webp")) {
            return file.readAllBytes();
        }
    }

    private static byte[] withAlpha(int filter, byte[] plane) throws IOException {
        byte[] lossy = lossy();
        byte[] extended = {16, 0, 0, 0, WIDTH - 1, 0, 0, (byte) (HEIGHT - 1), 0, 0};
        return Encoded.riff(
                Encoded.riffChunk("VP8X", extended),
                Encoded.riffChunk("ALPH", Encoded.concat(new byte[] {(byte) (filter << 2)}, plane)),
                Arrays.copyOfRange(lossy, 12, lossy.length));
    }

    private static int alpha(int x, int y) {
        return (3 * x + 5 * y + x * y / 16) & 0xff;
    }

    /** What a filter expects, as the format's definition words it: A left, B above, C left above. */
    private static int expected(int filter, int x, int y) {
        if (filter == 0 || x == 0 && y == 0) {
            return 0;
        }
        if (y == 0) {
            return alpha(x - 1, 0);
        }
        if (x == 0) {
            return alpha(0, y - 1);
        }
        int a = alpha(x - 1, y);
        int b = alpha(x, y - 1);
        int gradient = Math.max(0, Math.min(255, a + b - alpha(x - 1, y - 1)));
        return new int[] {0, a, b, gradient}[filter];
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void itIsPutOverWhiteWhateverItsFilter(int filter) throws IOException {
        byte[] plane = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < plane.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            plane[i] = (byte) (alpha(x, y) - expected(filter, x, y));
        }
        RgbImage opaque = RgbImage.decode(lossy());
        RgbImage decoded = RgbImage.decode(withAlpha(filter, plane));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int green = opaque.rgb(x, y) >> 8 & 0xff;
                assertThat(decoded.rgb(x, y) >> 8 & 0xff).isEqualTo(White.under(green, alpha(x, y)));
            }
        }
    }

    @Test
    void oneThatIsCutOffIsRefused() throws IOException {
        byte[] file = withAlpha(0, new byte[WIDTH * HEIGHT / 2]);
        assertThatExceptionOfType(ImageDecodeException.class)
                .isThrownBy(() -> RgbImage.decode(file))
                .withMessageContaining("WEBP, 64x160")
                .withMessageContaining("transparency is truncated: 5120 bytes, expected 10240");
    }
}
