package io.emotion4j.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.emotion4j.testing.TestClip;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class VideoInputTest {

    @Test
    void fileMayOpenNoConnection() throws IOException {
        VideoInput file = VideoInput.of(TestClip.SAMPLE.toString());
        assertThat(file.address()).startsWith("file:/").endsWith("seven-expressions.png");
        assertThat(file.options()).containsEntry("protocol_whitelist", "file,crypto,data");
        assertThat(file.format()).isNull();
    }

    @Test
    void urlIsTakenAsItIs() throws IOException {
        assertThat(VideoInput.of("rtsp://localhost:8554/door").address()).isEqualTo("rtsp://localhost:8554/door");
    }

    @Test
    void cameraIsCalledAsTheSystemDoes() throws IOException {
        VideoInput linux = VideoInput.camera("camera", null, "linux");
        assertThat(linux.address()).isEqualTo("/dev/video0");
        assertThat(linux.format()).isEqualTo("video4linux2");
        assertThat(VideoInput.camera("camera:1", "1", "linux").address()).isEqualTo("/dev/video1");
        assertThat(VideoInput.camera("camera", null, "mac os x").format()).isEqualTo("avfoundation");
        assertThat(VideoInput.camera("camera:Front", "Front", "windows 11").address())
                .isEqualTo("video=Front");
        assertThatIOException()
                .isThrownBy(() -> VideoInput.camera("camera", null, "windows 11"))
                .withMessageContaining("name the camera");
    }

    @Test
    void missingFileIsToldOf() {
        assertThatIOException()
                .isThrownBy(() -> VideoInput.of("nothing.mp4"))
                .withMessageContaining("nothing.mp4: no such file");
    }
}
