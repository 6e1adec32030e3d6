package io.emotion4j.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON: a component a field, in their order, null as null. It needs Jackson's core alone; Jackson's data binding
 * writes the same. Thread-safe.
 *
 * @since 0.1.0
 */
public final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    /**
     * A record on one line.
     *
     * @param value a public record of records, maps, lists, texts, numbers, booleans and nulls
     * @return JSON, without a line feed
     * @throws IllegalArgumentException if there is something else in it
     */
    public static String of(Record value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Record object) {
            json.writeStartObject();
            for (RecordComponent component : object.getClass().getRecordComponents()) {
                json.writeFieldName(component.getName());
                write(json, value(object, component));
            }
            json.writeEndObject();
        } else if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> array) {
            json.writeStartArray();
            for (Object element : array) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number.toPlainString());
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof String text) {
            json.writeString(text);
        } else {
            throw new IllegalArgumentException("No form in JSON for " + value.getClass() + ": " + value);
        }
    }

    private static @Nullable Object value(Record object, RecordComponent component) {
        try {
            return component.getAccessor().invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "Component " + component.getName() + " of " + object.getClass()
                            + " cannot be read; the record and its package need to be public",
                    e);
        }
    }
}
