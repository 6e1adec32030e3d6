package io.emotion4j.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;

/** FFmpeg in tests: its libraries are unpacked into {@code target}, and not everywhere there are some. */
public final class Ffmpeg {

    private Ffmpeg() {}

    public static void assumed() {
        System.setProperty(
                "org.bytedeco.javacpp.cachedir",
                Path.of("target", "javacpp").toAbsolutePath().toString());
        String problem = null;
        try {
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        } catch (LinkageError e) {
            problem = e.toString();
        }
        assumeThat(problem)
                .as("needs FFmpeg's libraries for this platform, whose classifier property ffmpeg.platform names")
                .isNull();
    }
}
