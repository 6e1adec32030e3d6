package io.emotion4j.video;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.FaceEmotion;
import io.emotion4j.TrackSummary;
import io.emotion4j.TrackedFace;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** A line a frame, and one for each track when it has ended; {@code "type"} tells them apart. */
public final class JsonLines implements TrackListener {

    private final JsonGenerator json;

    /**
     * Writes lines.
     *
     * @param out where to; stays open
     * @throws IOException if the generator cannot be made
     */
    public JsonLines(Writer out) throws IOException {
        json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    @Override
    public void frame(VideoFrame frame, List<TrackedFace> faces) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "frame");
        json.writeNumberField("frame", frame.number());
        number("seconds", Numbers.seconds(frame.time()));
        json.writeArrayFieldStart("faces");
        for (TrackedFace face : faces) {
            face(face.id(), face.face());
        }
        json.writeEndArray();
        endLine();
    }

    @Override
    public void ended(TrackSummary track) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "track");
        json.writeNumberField("track", track.id());
        number("first", Numbers.seconds(track.first()));
        number("last", Numbers.seconds(track.last()));
        json.writeNumberField("frames", track.frames());
        json.writeStringField("emotion", track.dominant().label());
        json.writeObjectFieldStart("shares");
        for (Map.Entry<Emotion, Double> share : track.shares().entrySet()) {
            number(share.getKey().label(), Numbers.probability(share.getValue()));
        }
        json.writeEndObject();
        scores(track.meanScores());
        endLine();
    }

    private void face(long track, FaceEmotion face) throws IOException {
        json.writeStartObject();
        json.writeNumberField("track", track);
        BoundingBox box = face.box();
        json.writeObjectFieldStart("box");
        number("x", Numbers.pixels(box.x()));
        number("y", Numbers.pixels(box.y()));
        number("width", Numbers.pixels(box.width()));
        number("height", Numbers.pixels(box.height()));
        json.writeEndObject();
        number("confidence", Numbers.probability(face.confidence()));
        json.writeStringField("emotion", face.emotion().label());
        number("score", Numbers.probability(face.score()));
        scores(face.scores());
        json.writeEndObject();
    }

    private void scores(Map<Emotion, Float> scores) throws IOException {
        json.writeObjectFieldStart("scores");
        for (Map.Entry<Emotion, Float> score : scores.entrySet()) {
            number(score.getKey().label(), Numbers.probability(score.getValue()));
        }
        json.writeEndObject();
    }

    private void number(String name, String rounded) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(rounded);
    }

    private void endLine() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }
}
