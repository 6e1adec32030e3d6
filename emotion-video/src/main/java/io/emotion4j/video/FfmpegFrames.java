package io.emotion4j.video;

import io.emotion4j.RgbImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongPredicate;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.jspecify.annotations.Nullable;

/** The frames of whatever FFmpeg reads: files, streams, cameras. */
final class FfmpegFrames implements FrameSource {

    private static final long MICROS = 1_000_000;

    private final FFmpegFrameGrabber grabber;
    private final String name;
    private final FrameTurn turn;
    private long number;
    private long firstMicros = Long.MIN_VALUE;
    private long lastMicros;
    private boolean ended;

    private FfmpegFrames(FFmpegFrameGrabber grabber, String name) {
        this.grabber = grabber;
        this.name = name;
        // FFmpeg's angle is counter-clockwise; the player turns the other way.
        this.turn = FrameTurn.of(-grabber.getDisplayRotation());
    }

    /** Opens; the caller closes. */
    static FfmpegFrames open(VideoInput input) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(input.address());
        input.options().forEach(grabber::setOption);
        grabber.setPixelFormat(avutil.AV_PIX_FMT_RGB24);
        if (input.format() != null) {
            grabber.setFormat(input.format());
        }
        try {
            grabber.start();
            if (!grabber.hasVideo()) {
                throw new IOException(input.name() + ": there are no pictures in it, only sound");
            }
            return new FfmpegFrames(grabber, input.name());
        } catch (FrameGrabber.Exception e) {
            release(grabber, e);
            throw new IOException(
                    input.name()
                            + ": FFmpeg cannot open this as a video; it may be cut off, be of another kind or not be there ("
                            + FfmpegProblem.of(e) + ")",
                    e);
        } catch (IOException e) {
            release(grabber, e);
            throw e;
        }
    }

    private static void release(FFmpegFrameGrabber grabber, Exception because) {
        try {
            grabber.release();
        } catch (FrameGrabber.Exception e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public @Nullable VideoFrame next(LongPredicate wanted) throws IOException {
        while (!ended) {
            long current = number++;
            Frame frame = grab(current);
            if (frame == null) {
                ended = true;
                checkEnd();
                return null;
            }
            long micros = micros(frame);
            if (!wanted.test(current)) {
                continue;
            }
            if (isDamaged(frame)) {
                throw new BrokenFrameException(name + ": frame " + current + " is damaged", 1);
            }
            return new VideoFrame(current, Duration.ofNanos(micros * 1000), picture(frame));
        }
        return null;
    }

    private @Nullable Frame grab(long current) throws BrokenFrameException {
        try {
            return grabber.grabImage();
        } catch (FrameGrabber.Exception e) {
            throw new BrokenFrameException(name + ": frame " + current + ": " + FfmpegProblem.of(e), 1);
        }
    }

    /** Since the first frame; never backwards, whatever the file says. */
    private long micros(Frame frame) {
        if (firstMicros == Long.MIN_VALUE) {
            firstMicros = frame.timestamp;
        }
        lastMicros = Math.max(lastMicros, frame.timestamp - firstMicros);
        return lastMicros;
    }

    /** FFmpeg conceals damage as well as it can, and says so. */
    private static boolean isDamaged(Frame frame) {
        return frame.opaque instanceof AVFrame decoded
                && (decoded.decode_error_flags() != 0 || (decoded.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0);
    }

    /** A file that was cut off just ends; but its head says how long it was. */
    private void checkEnd() throws BrokenFrameException {
        double missing = (durationMicros() - lastMicros) * frameRate() / MICROS - 1;
        if (missing > 2) {
            throw new BrokenFrameException(
                    String.format(
                            java.util.Locale.ROOT,
                            "%s: the video ends after %.2f s, but should last %.2f s: it is cut off",
                            name,
                            (double) lastMicros / MICROS,
                            (double) durationMicros() / MICROS),
                    Math.round(missing));
        }
    }

    /** Of the pictures alone; 0 where it is not known, as of a stream. */
    private long durationMicros() {
        AVFormatContext context = grabber.getFormatContext();
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            if (stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO) {
                long duration = stream.duration();
                return duration == avutil.AV_NOPTS_VALUE
                        ? 0
                        : MICROS
                                * duration
                                * stream.time_base().num()
                                / stream.time_base().den();
            }
        }
        return 0;
    }

    private RgbImage picture(Frame frame) {
        int row = frame.imageWidth * 3;
        byte[] rgb = new byte[row * frame.imageHeight];
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        for (int y = 0; y < frame.imageHeight; y++) {
            pixels.get(y * frame.imageStride, rgb, y * row, row);
        }
        return turn.apply(frame.imageWidth, frame.imageHeight, rgb);
    }

    @Override
    public double frameRate() {
        double rate = grabber.getVideoFrameRate();
        return rate > 0 && rate <= 1000 ? rate : 25;
    }

    @Override
    public long length() {
        return Math.round((double) durationMicros() / MICROS * frameRate());
    }

    @Override
    public void close() throws IOException {
        grabber.release();
    }
}
