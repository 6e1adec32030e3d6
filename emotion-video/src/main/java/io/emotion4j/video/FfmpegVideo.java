package io.emotion4j.video;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.jspecify.annotations.Nullable;

/** Writes a video without sound; H.264 into an MP4, else what is usual for the file's ending. */
final class FfmpegVideo implements AnnotatedFrames.Sink {

    private static final double BITS_PER_PIXEL = 0.25;

    private final Path file;
    private final double frameRate;
    private @Nullable FFmpegFrameRecorder recorder;

    FfmpegVideo(Path file, double frameRate) throws IOException {
        this.file = file;
        this.frameRate = frameRate;
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // Loads the libraries, so that their absence shows now.
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    @Override
    public void write(VideoFrame frame, BufferedImage drawn) throws IOException {
        if (recorder == null) {
            recorder = start(drawn.getWidth(), drawn.getHeight());
        }
        byte[] pixels = ((DataBufferByte) drawn.getRaster().getDataBuffer()).getData();
        int row = drawn.getWidth() * 3;
        try (Frame picture = new Frame(drawn.getWidth(), drawn.getHeight(), Frame.DEPTH_UBYTE, 3)) {
            ByteBuffer target = (ByteBuffer) picture.image[0];
            for (int y = 0; y < drawn.getHeight(); y++) {
                target.put(y * picture.imageStride, pixels, y * row, row);
            }
            long micros = frame.time().toNanos() / 1000;
            if (micros > recorder.getTimestamp()) {
                recorder.setTimestamp(micros);
            }
            recorder.record(picture, avutil.AV_PIX_FMT_BGR24);
        }
    }

    private FFmpegFrameRecorder start(int width, int height) throws IOException {
        // H.264's colours come in blocks of two by two pixels.
        FFmpegFrameRecorder started = new FFmpegFrameRecorder(file.toFile(), width & ~1, height & ~1);
        if (file.toString().matches("(?i).*\\.(mp4|m4v|mov|mkv)")) {
            started.setVideoCodec(avcodec.AV_CODEC_ID_H264);
            // The first H.264 encoder found may be one of a graphics card that is not there.
            started.setVideoCodecName("libopenh264");
            // The head first, so that a player can begin before it has all, and a file that was cut off can be read.
            started.setOption("movflags", "faststart");
        }
        started.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
        started.setFrameRate(frameRate);
        started.setVideoBitrate((int) Math.min(50_000_000, BITS_PER_PIXEL * width * height * frameRate));
        try {
            started.start();
        } catch (FFmpegFrameRecorder.Exception e) {
            try {
                started.release();
            } catch (FFmpegFrameRecorder.Exception other) {
                e.addSuppressed(other);
            }
            throw new IOException(
                    "--annotate " + file
                            + ": FFmpeg cannot write this video; name a file that ends in .mp4, or a folder ("
                            + FfmpegProblem.of(e) + ")",
                    e);
        }
        return started;
    }

    @Override
    public void close() throws IOException {
        if (recorder != null) {
            recorder.close();
        }
    }
}
