package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second header of OS/2, of any of its lengths, which the JDK's reader refuses. */
class BmpTest {

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 24, 36, 48, 64})
    void theSecondHeaderOfOs2IsRead(int header) throws ImageDecodeException {
        byte[] windows = Encoded.with("bmp", Encoded.sample(21, 13));
        ByteBuffer old = ByteBuffer.wrap(windows).order(ByteOrder.LITTLE_ENDIAN);
        int pixels = old.getInt(10);
        ByteBuffer os2 =
                ByteBuffer.allocate(14 + header + windows.length - pixels).order(ByteOrder.LITTLE_ENDIAN);
        os2.put(windows, 0, 14 + Math.min(header, 40));
        os2.position(14 + header).put(windows, pixels, windows.length - pixels);
        os2.putInt(10, 14 + header).putInt(14, header);
        assertThat(RgbImage.decode(os2.array()).toRgbBytes())
                .isEqualTo(RgbImage.decode(windows).toRgbBytes());
    }

    @Test
    void theGivenCaseIsRead() throws ImageDecodeException {
        assertThat(RgbImage.decode(SharedPhotos.cases("pictures/bmp-refused").resolve("os2v2_64byte_header.bmp")))
                .hasToString("RgbImage[640x480]");
    }
}
