package io.emotion4j.video;

import io.emotion4j.FaceEmotion;
import io.emotion4j.TrackedFace;
import io.emotion4j.output.draw.Annotator;
import io.emotion4j.output.draw.PictureWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Draws boxes and labels over the frames that were looked at: into a video, or pictures in a folder.
 *
 * @since 0.1.0
 */
public final class AnnotatedFrames implements TrackListener {

    /** Where drawn frames go. */
    interface Sink extends AutoCloseable {

        void write(VideoFrame frame, BufferedImage drawn) throws IOException;

        @Override
        void close() throws IOException;
    }

    private final Sink sink;

    private AnnotatedFrames(Sink sink) {
        this.sink = sink;
    }

    /**
     * Decides by the name: with an ending it is a video, without one a folder.
     *
     * @param out the file or folder
     * @param frameRate frames a second that will come
     * @return a listener; the caller closes
     * @throws NoVideoException if FFmpeg's libraries are needed and not there
     * @throws IOException if the folder cannot be made
     */
    public static AnnotatedFrames to(Path out, double frameRate) throws IOException {
        String name = String.valueOf(out.getFileName());
        if (Files.isDirectory(out) || name.indexOf('.') < 1) {
            Files.createDirectories(out);
            return new AnnotatedFrames(new Folder(out));
        }
        try {
            return new AnnotatedFrames(new FfmpegVideo(out, frameRate));
        } catch (LinkageError e) {
            throw new NoVideoException(e);
        }
    }

    @Override
    public void frame(VideoFrame frame, List<TrackedFace> faces) throws IOException {
        List<FaceEmotion> smoothed = faces.stream().map(TrackedFace::face).toList();
        List<String> names = faces.stream().map(AnnotatedFrames::label).toList();
        sink.write(frame, Annotator.draw(frame.picture(), smoothed, names));
    }

    private static String label(TrackedFace face) {
        return String.format(
                Locale.ROOT,
                "#%d %s %.0f%%",
                face.id(),
                face.face().emotion().label(),
                100 * face.face().score());
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }

    private record Folder(Path folder) implements Sink {

        @Override
        public void write(VideoFrame frame, BufferedImage drawn) throws IOException {
            PictureWriter.write(drawn, folder.resolve(String.format(Locale.ROOT, "frame-%06d.jpg", frame.number())));
        }

        @Override
        public void close() {}
    }
}
