package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.emotion4j.DecodeLimits;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as a picture, they end in one, or in an ImageDecodeException in plain words. */
class PictureFuzzTest {

    private static final DecodeLimits LIMITS = DecodeLimits.DEFAULT.withMaxPixels(1_000_000);

    @MethodSource("files")
    @FuzzTest(maxDuration = "10m")
    void decode(byte[] file) {
        try {
            assertThat(RgbImage.decode(file, LIMITS)).isNotNull();
        } catch (ImageDecodeException e) {
            assertThat(e.getMessage()).startsWith("Cannot decode picture").doesNotContainPattern("Exception|Raster@");
        }
    }

    static Stream<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String format : new String[] {"jpeg", "png", "gif", "bmp", "tiff"}) {
            files.add(Encoded.with(format, Encoded.sample(9, 7)));
            files.add(Encoded.with(format, Encoded.gray(20, 18)));
        }
        files.add(Encoded.progressiveJpeg(Encoded.sample(20, 18)));
        files.add(Encoded.jpegWithExif(Encoded.jpeg(Encoded.sample(9, 7)), Encoded.exif(6, ByteOrder.BIG_ENDIAN)));
        for (int compression : new int[] {1, 5, 32773}) {
            files.add(new TiffFile(5, 4, 5, 4, 16)
                    .with(259, compression)
                    .with(317, 2)
                    .of(new byte[160]));
            files.add(new TiffFile(5, 4, 8, 3, 8).with(259, compression).of(new byte[160]));
        }
        try (InputStream webp = PictureFuzzTest.class.getResourceAsStream("/pictures/lossy-method-0.webp")) {
            files.add(webp.readAllBytes());
        }
        return files.stream();
    }
}
