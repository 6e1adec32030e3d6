package io.emotion4j.video;

import io.emotion4j.DecodeLimits;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Pictures as frames, at a fixed rate. Needs no FFmpeg.
 *
 * @since 0.1.0
 */
public final class FolderFrames implements FrameSource {

    private final List<Path> pictures;
    private final double frameRate;
    private final DecodeLimits limits;
    private int next;

    /**
     * Frames.
     *
     * @param pictures in their order
     * @param frameRate frames a second
     * @param limits how large a picture may be
     */
    public FolderFrames(List<Path> pictures, double frameRate, DecodeLimits limits) {
        this.pictures = List.copyOf(pictures);
        this.frameRate = frameRate;
        this.limits = limits;
    }

    @Override
    public @Nullable VideoFrame next(LongPredicate wanted) throws BrokenFrameException {
        while (next < pictures.size() && !wanted.test(next)) {
            next++;
        }
        if (next >= pictures.size()) {
            return null;
        }
        int number = next++;
        try {
            RgbImage picture = RgbImage.decode(pictures.get(number), limits);
            return new VideoFrame(number, Duration.ofNanos(Math.round(number * 1e9 / frameRate)), picture);
        } catch (ImageDecodeException e) {
            throw new BrokenFrameException("frame " + number + ": " + e.getMessage(), 1);
        }
    }

    @Override
    public double frameRate() {
        return frameRate;
    }

    @Override
    public long length() {
        return pictures.size();
    }

    @Override
    public void close() {}
}
