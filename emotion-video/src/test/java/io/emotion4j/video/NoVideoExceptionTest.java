package io.emotion4j.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.EmotionException;
import org.junit.jupiter.api.Test;

class NoVideoExceptionTest {

    @Test
    void oneCatchHoldsItAndItSaysWhatToAdd() {
        assertThat(new NoVideoException(new UnsatisfiedLinkError("libavcodec.so")))
                .isInstanceOf(EmotionException.class)
                .hasMessageContaining("libavcodec.so")
                .hasMessageContaining("org.bytedeco:ffmpeg");
    }
}
