package io.emotion4j.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.emotion4j.Analysis;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;

/** A {@link PictureJson} a picture, or a {@link PictureJson.Failed}: as an array, or a line each. */
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
        Analysis analysis = result.analysis();
        Record object = analysis != null
                ? PictureJson.of(result.file(), analysis)
                : new PictureJson.Failed(
                        result.file(),
                        setup.engine(),
                        setup.detector(),
                        setup.classifier(),
                        Objects.requireNonNullElse(result.error(), ""));
        JsonText.write(json, object);
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
}
