package io.emotion4j.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.RgbImage;
import io.emotion4j.testing.Ffmpeg;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameTurnTest {

    // Two columns, one row: red left of blue.
    private static final byte[] RED_BLUE = {(byte) 255, 0, 0, 0, 0, (byte) 255};

    @TempDir
    Path temp;

    @Test
    void turnsAreClockwise() {
        assertThat(FrameTurn.of(0)).isEqualTo(FrameTurn.NONE);
        assertThat(FrameTurn.of(90)).isEqualTo(FrameTurn.CLOCKWISE);
        assertThat(FrameTurn.of(-90)).isEqualTo(FrameTurn.COUNTER_CLOCKWISE);
        assertThat(FrameTurn.of(180)).isEqualTo(FrameTurn.HALF);
        assertThat(FrameTurn.of(-180)).isEqualTo(FrameTurn.HALF);
        assertThat(FrameTurn.of(359.9)).isEqualTo(FrameTurn.NONE);
        RgbImage down = FrameTurn.CLOCKWISE.apply(2, 1, RED_BLUE);
        assertThat(down.height()).isEqualTo(2);
        assertThat(down.rgb(0, 0)).isEqualTo(0xFF0000);
        assertThat(FrameTurn.COUNTER_CLOCKWISE.apply(2, 1, RED_BLUE).rgb(0, 0)).isEqualTo(0x0000FF);
        assertThat(FrameTurn.HALF.apply(2, 1, RED_BLUE).rgb(0, 0)).isEqualTo(0x0000FF);
        assertThat(FrameTurn.NONE.apply(2, 1, RED_BLUE).rgb(0, 0)).isEqualTo(0xFF0000);
    }

    /** As of a telephone that was held upright: the head of the file says that players turn by 90 degrees, clockwise. */
    @Test
    void videoWithAnAngleComesOutUpright() throws Exception {
        Ffmpeg.assumed();
        Path file = temp.resolve("turned.mp4");
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 128, 64)) {
            recorder.setVideoCodecName("libopenh264");
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            recorder.setFrameRate(25);
            // Counter-clockwise, as FFmpeg counts.
            recorder.setDisplayRotation(-90);
            recorder.start();
            try (Frame frame = new Frame(128, 64, Frame.DEPTH_UBYTE, 3)) {
                java.nio.ByteBuffer pixels = (java.nio.ByteBuffer) frame.image[0];
                for (int i = 0; i < 128 * 64; i++) {
                    // White on the left, black on the right.
                    byte value = (byte) (i % 128 < 64 ? 255 : 0);
                    pixels.put(3 * i, value).put(3 * i + 1, value).put(3 * i + 2, value);
                }
                for (int i = 0; i < 5; i++) {
                    recorder.record(frame, avutil.AV_PIX_FMT_BGR24);
                }
            }
        }
        try (FrameSource source = FrameSources.open(file.toString())) {
            VideoFrame frame = source.next(number -> true);
            assertThat(frame).isNotNull();
            RgbImage picture = frame.picture();
            assertThat(picture).hasToString("RgbImage[64x128]");
            assertThat(picture.rgb(32, 20) & 255).isGreaterThan(200);
            assertThat(picture.rgb(32, 110) & 255).isLessThan(50);
        }
    }
}
