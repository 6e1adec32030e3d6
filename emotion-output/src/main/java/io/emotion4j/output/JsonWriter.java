package io.emotion4j.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.emotion4j.Analysis;
import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.FaceEmotion;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.Timings;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object a picture: as an array, or a line each.
 *
 * <p>Pixels are rounded to a hundredth, probabilities to a millionth, milliseconds to a thousandth. A picture that failed has
 * {@code "error"} in place of {@code "width"}, {@code "height"}, {@code "millis"} and {@code "faces"}.
 */
public final class JsonWriter implements ResultWriter {

    private final JsonGenerator json;
    private final Setup setup;
    private final boolean lines;

    private JsonWriter(Writer out, Setup setup, boolean lines) throws IOException {
        this.json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.setup = setup;
        this.lines = lines;
    }

    /**
     * One array of all pictures, indented.
     *
     * @param out where to; stays open
     * @param setup what ran
     * @return the writer; the caller closes
     * @throws IOException if the array cannot be begun
     */
    public static JsonWriter array(Writer out, Setup setup) throws IOException {
        JsonWriter writer = new JsonWriter(out, setup, false);
        writer.json.setPrettyPrinter(new DefaultPrettyPrinter());
        writer.json.writeStartArray();
        return writer;
    }

    /**
     * One line a picture.
     *
     * @param out where to; stays open
     * @param setup what ran
     * @return the writer; the caller closes
     * @throws IOException if the generator cannot be made
     */
    public static JsonWriter lines(Writer out, Setup setup) throws IOException {
        JsonWriter writer = new JsonWriter(out, setup, true);
        writer.json.setPrettyPrinter(new MinimalPrettyPrinter(""));
        return writer;
    }

    @Override
    public void write(Result result) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", result.file());
        Analysis analysis = result.analysis();
        if (analysis != null) {
            json.writeNumberField("width", analysis.width());
            json.writeNumberField("height", analysis.height());
        }
        json.writeStringField("engine", setup.engine());
        json.writeStringField("detector", setup.detector());
        json.writeStringField("classifier", setup.classifier());
        if (analysis != null) {
            millis(analysis.millis());
            json.writeArrayFieldStart("faces");
            for (FaceEmotion face : analysis.faces()) {
                face(face);
            }
            json.writeEndArray();
        } else {
            json.writeStringField("error", result.error());
        }
        json.writeEndObject();
        if (lines) {
            json.writeRaw('\n');
        }
        json.flush();
    }

    @Override
    public void close() throws IOException {
        if (!lines) {
            json.writeEndArray();
            json.writeRaw('\n');
        }
        json.close();
    }

    private void millis(Timings timings) throws IOException {
        json.writeObjectFieldStart("millis");
        number("decode", timings.decode(), 3);
        number("detect", timings.detect(), 3);
        number("classify", timings.classify(), 3);
        json.writeEndObject();
    }

    private void face(FaceEmotion face) throws IOException {
        json.writeStartObject();
        BoundingBox box = face.box();
        json.writeObjectFieldStart("box");
        number("x", box.x(), 2);
        number("y", box.y(), 2);
        number("width", box.width(), 2);
        number("height", box.height(), 2);
        json.writeEndObject();
        number("confidence", face.confidence(), 6);
        landmarks(face.landmarks());
        json.writeStringField("emotion", face.emotion().label());
        number("score", face.score(), 6);
        json.writeObjectFieldStart("scores");
        for (Map.Entry<Emotion, Float> score : face.scores().entrySet()) {
            number(score.getKey().label(), score.getValue(), 6);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void landmarks(@Nullable Landmarks landmarks) throws IOException {
        if (landmarks == null) {
            json.writeNullField("landmarks");
            return;
        }
        json.writeObjectFieldStart("landmarks");
        point("rightEye", landmarks.rightEye());
        point("leftEye", landmarks.leftEye());
        point("nose", landmarks.nose());
        point("rightMouthCorner", landmarks.rightMouthCorner());
        point("leftMouthCorner", landmarks.leftMouthCorner());
        json.writeEndObject();
    }

    private void point(String name, Point point) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeNumber(rounded(point.x(), 2));
        json.writeNumber(rounded(point.y(), 2));
        json.writeEndArray();
    }

    private void number(String name, double value, int decimals) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(rounded(value, decimals));
    }

    /** Without an exponent and without trailing zeros. */
    static String rounded(double value, int decimals) {
        BigDecimal number = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
