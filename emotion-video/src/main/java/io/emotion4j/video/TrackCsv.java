package io.emotion4j.video;

import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.FaceEmotion;
import io.emotion4j.TrackedFace;
import io.emotion4j.output.Decimals;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * A row for each face of each frame, after RFC 4180; frames without faces have none.
 *
 * @since 0.1.0
 */
public final class TrackCsv implements TrackListener {

    private final Writer out;

    /**
     * Writes the header.
     *
     * @param out where to; stays open
     * @param labels that the classifier knows; a column each
     * @throws IOException if it cannot be written
     */
    public TrackCsv(Writer out, List<Emotion> labels) throws IOException {
        this.out = out;
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
                    Decimals.seconds(frame.time()).toPlainString(),
                    "" + tracked.id(),
                    Decimals.pixels(box.x()).toPlainString(),
                    Decimals.pixels(box.y()).toPlainString(),
                    Decimals.pixels(box.width()).toPlainString(),
                    Decimals.pixels(box.height()).toPlainString(),
                    Decimals.probability(face.confidence()).toPlainString(),
                    face.emotion().label(),
                    Decimals.probability(face.score()).toPlainString()));
            face.scores()
                    .values()
                    .forEach(score -> row.add(Decimals.probability(score).toPlainString()));
            row(row);
        }
    }

    /** Numbers and labels need no quotes. */
    private void row(List<String> fields) throws IOException {
        out.write(String.join(",", fields) + "\r\n");
        out.flush();
    }
}
