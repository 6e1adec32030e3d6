package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Lossy WebP as libwebp's quick methods write it; imageio-webp 3.14.0 made noise of it, without an error. */
class WebpTest {

    /** What the test file was made of, by {@code cwebp -m 0 -q 40}. */
    private static RgbImage original() {
        int width = 64;
        int height = 160;
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int texture = (x * x / 7 + y * 3 + x * y / 11) % 110;
                int at = (y * width + x) * 3;
                rgb[at] = (byte) (60 + texture + 60 * x / width);
                rgb[at + 1] = (byte) (60 + texture);
                rgb[at + 2] = (byte) (60 + texture + 60 * y / height);
            }
        }
        return RgbImage.of(width, height, rgb);
    }

    @Test
    void lossyWebpOfMethod0LooksLikeItsOriginal() throws IOException {
        try (InputStream file = WebpTest.class.getResourceAsStream("/pictures/lossy-method-0.webp")) {
            assertThat(Difference.mean(RgbImage.decode(file), original())).isLessThan(7);
        }
    }

    @Test
    void lossyWebpOfAPhotoKeepsItsFace() throws IOException {
        // The same crop at two qualities: decoding that drifts makes different noise of each.
        Path folder = SharedPhotos.cases("pictures/webp");
        RgbImage good = RgbImage.decode(folder.resolve("face_q80_m0.webp"));
        RgbImage coarse = RgbImage.decode(folder.resolve("face_q5_m0.webp"));
        assertThat(Difference.mean(good, coarse)).isLessThan(5);
    }
}
