package io.emotion4j.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The picture in a request, still encoded.
 *
 * @param name its file name, where one was given; only ever sent back
 * @param bytes the picture file
 */
record PictureInput(String name, byte[] bytes) {

    /** What a picture without a name is called. */
    private static final String UNNAMED = "picture";

    private static final String EMPTY = "No image data provided";

    /** The body as it is. */
    static PictureInput raw(Input input) {
        return of(UNNAMED, input.body());
    }

    /** The first of the fields that is there. */
    static PictureInput form(Input input, List<String> fields) {
        if (!isForm(input)) {
            throw new Refusal(
                    415,
                    "Expected multipart/form-data with the picture in field " + String.join(" or ", fields) + ", found "
                            + (input.mediaType().isEmpty() ? "no content type" : input.mediaType()));
        }
        Multipart.Part part = Multipart.first(input, fields);
        String name = part.fileName();
        return of(name == null || name.isBlank() ? UNNAMED : name, part.bytes());
    }

    static boolean isForm(Input input) {
        return input.mediaType().equals("multipart/form-data");
    }

    /** Base64 in a field of a JSON object, as a data URL or bare. */
    static PictureInput base64(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || !value.isTextual() || value.textValue().isBlank()) {
            throw new Refusal(400, EMPTY + ": expected a data URL in field \"" + field + "\"");
        }
        String text = value.textValue();
        int start = 0;
        if (text.startsWith("data:")) {
            int comma = text.indexOf(',');
            if (comma < 0 || !text.substring(0, comma).endsWith(";base64")) {
                throw new Refusal(
                        400,
                        "Field \"" + field + "\" holds a data URL that is not of the form data:image/...;base64,...");
            }
            start = comma + 1;
        }
        try {
            return of(UNNAMED, Base64.getMimeDecoder().decode(text.substring(start)));
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "Field \"" + field + "\" is not base64: " + e.getMessage());
        }
    }

    /** The object that a JSON request is. */
    static JsonNode object(Input input) {
        String type = input.mediaType();
        if (!type.isEmpty() && !type.equals("application/json") && !type.endsWith("+json")) {
            throw new Refusal(415, "Expected application/json, found " + type);
        }
        JsonNode tree = parsed(input.body());
        if (tree == null || !tree.isObject()) {
            throw new Refusal(400, "Expected a JSON object");
        }
        return tree;
    }

    private static @Nullable JsonNode parsed(byte[] json) {
        try {
            return Json.MAPPER.readTree(json);
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

    private static PictureInput of(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw new Refusal(400, EMPTY);
        }
        return new PictureInput(name, bytes);
    }
}
