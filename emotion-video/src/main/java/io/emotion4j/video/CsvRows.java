package io.emotion4j.video;

import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.FaceEmotion;
import io.emotion4j.TrackedFace;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** A row for each face of each frame, after RFC 4180; frames without faces have none. */
public final class CsvRows implements TrackListener {

    private final Writer out;
    private final List<Emotion> labels;

    /**
     * Writes the header.
     *
     * @param out where to; stays open
     * @param labels that the classifier knows; a column each
     * @throws IOException if it cannot be written
     */
    public CsvRows(Writer out, List<Emotion> labels) throws IOException {
        this.out = out;
        this.labels = List.copyOf(labels);
        List<String> header = new ArrayList<>(List.of(
                "frame", "seconds", "track", "x", "y", "face_width", "face_height", "confidence", "emotion", "score"));
        labels.forEach(label -> header.add(label.label()));
        row(header);
    }

    @Override
    public void frame(VideoFrame frame, List<TrackedFace> faces) throws IOException {
        for (TrackedFace tracked : faces) {
            FaceEmotion face = tracked.face();
            BoundingBox box = face.box();
            List<String> row = new ArrayList<>(List.of(
                    "" + frame.number(),
                    Numbers.seconds(frame.time()),
                    "" + tracked.id(),
                    Numbers.pixels(box.x()),
                    Numbers.pixels(box.y()),
                    Numbers.pixels(box.width()),
                    Numbers.pixels(box.height()),
                    Numbers.probability(face.confidence()),
                    face.emotion().label(),
                    Numbers.probability(face.score())));
            face.scores().values().forEach(score -> row.add(Numbers.probability(score)));
            row(row);
        }
    }

    /** Numbers and labels need no quotes. */
    private void row(List<String> fields) throws IOException {
        out.write(String.join(",", fields) + "\r\n");
        out.flush();
    }
}
