package io.emotion4j.video;

import java.io.IOException;

/**
 * Opens videos.
 *
 * @since 0.1.0
 */
public final class FrameSources {

    private FrameSources() {}

    /**
     * Opens a video file, a stream or a camera with FFmpeg.
     *
     * @param input a file, a URL, or {@code camera}, {@code camera:1}
     * @return its frames; the caller closes
     * @throws NoVideoException if FFmpeg's libraries are not there
     * @throws IOException if it cannot be opened
     */
    public static FrameSource open(String input) throws IOException {
        VideoInput wanted = VideoInput.of(input);
        try {
            return FfmpegFrames.open(wanted);
        } catch (LinkageError e) {
            throw new NoVideoException(e);
        }
    }
}
