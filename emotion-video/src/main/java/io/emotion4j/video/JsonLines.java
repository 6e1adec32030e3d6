package io.emotion4j.video;

import io.emotion4j.TrackSummary;
import io.emotion4j.TrackedFace;
import io.emotion4j.output.JsonText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A {@link FrameJson} a frame and a {@link TrackJson} for each track when it has ended, a line each. */
public final class JsonLines implements TrackListener {

    private final Writer out;

    /**
     * Writes lines.
     *
     * @param out where to; stays open
     */
    public JsonLines(Writer out) {
        this.out = out;
    }

    @Override
    public void frame(VideoFrame frame, List<TrackedFace> faces) throws IOException {
        line(FrameJson.of(frame, faces));
    }

    @Override
    public void ended(TrackSummary track) throws IOException {
        line(TrackJson.of(track));
    }

    private void line(Record object) throws IOException {
        out.write(JsonText.of(object) + "\n");
        out.flush();
    }
}
