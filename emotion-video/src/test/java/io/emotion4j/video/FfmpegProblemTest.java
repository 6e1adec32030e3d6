package io.emotion4j.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FfmpegProblemTest {

    @Test
    void aCodeIsToldInFfmpegsWords() {
        assertThat(
                        FfmpegProblem.of(
                                new IOException(
                                        "avformat_open_input() error -1094995529: Could not open input \"file:/a.mp4\"."
                                                + " (Has setFormat() been called?) (For more details, make sure FFmpegLogCallback.set() has been called.)")))
                .isEqualTo("Invalid data found when processing input");
    }

    @Test
    void adviceToProgrammersIsLeftOut() {
        assertThat(FfmpegProblem.of(new IOException("Could not find a decoder."
                        + " (For more details, make sure FFmpegLogCallback.set() has been called.)")))
                .isEqualTo("Could not find a decoder.");
        assertThat(FfmpegProblem.of(new IOException("Could not find a video (or audio) stream.")))
                .isEqualTo("Could not find a video (or audio) stream.");
    }
}
