package io.emotion4j.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object that an endpoint asks for. The rest is passed over without being kept: a request of a million other
 * fields costs no more than reading its bytes.
 */
final class JsonFields {

    /** Names are not collected in a table, which a body of many names would fill. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    // A picture in base64 is one long text; how long is limited by the request's size.
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(16)
                    .build())
            .build();

    /** A value: its text, where it is a text, a number or a truth value. */
    private record Value(JsonToken kind, @Nullable String text) {}

    private final Map<String, Value> values;

    private JsonFields(Map<String, Value> values) {
        this.values = values;
    }

    /**
     * Reads a request.
     *
     * @throws Refusal if it is not one JSON object, and nothing behind it
     */
    static JsonFields of(Input input, Set<String> names) {
        String type = input.mediaType();
        if (!type.isEmpty() && !type.equals("application/json") && !type.endsWith("+json")) {
            throw new Refusal(415, "Expected application/json, found " + type);
        }
        try (JsonParser json = FACTORY.createParser(input.body())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Refusal(400, "Expected a JSON object");
            }
            Map<String, Value> values = new HashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                JsonToken kind = json.nextToken();
                if (names.contains(name)) {
                    values.put(name, new Value(kind, kind.isScalarValue() ? json.getText() : null));
                }
                json.skipChildren();
            }
            if (json.nextToken() != null) {
                throw new Refusal(
                        400,
                        "Expected one JSON object, found more behind it at byte "
                                + json.currentTokenLocation().getByteOffset());
            }
            return new JsonFields(values);
        } catch (JsonProcessingException e) {
            // Not its message, which quotes the picture.
            throw new Refusal(
                    400,
                    "Expected a JSON object, found no valid JSON"
                            + (e.getLocation() == null
                                    ? ""
                                    : " at byte " + e.getLocation().getByteOffset()));
        } catch (IOException e) {
            throw new Refusal(400, "Expected a JSON object, found what cannot be read");
        }
    }

    /** A text; null where the field is missing or something else. */
    @Nullable
    String text(String name) {
        Value value = values.get(name);
        return value == null || value.kind() != JsonToken.VALUE_STRING ? null : value.text();
    }

    /**
     * A text, number or truth value as a text; null where the field is missing or null.
     *
     * @throws Refusal if it is an object or a list, or its text is empty or longer than that
     */
    @Nullable
    String shortText(String name, int longest) {
        Value value = values.get(name);
        if (value == null || value.kind() == JsonToken.VALUE_NULL) {
            return null;
        }
        String text = value.text();
        if (text == null || text.isEmpty() || text.length() > longest) {
            throw new Refusal(400, "Field \"" + name + "\" takes a text of 1 to " + longest + " characters");
        }
        return text;
    }
}
