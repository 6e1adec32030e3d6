package io.emotion4j.server;

import java.util.List;

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

    private static final String OTHERS =
            "/predict and /emotion take forms (multipart/form-data), /predict_emotion takes JSON";

    /** The body as it is. */
    static PictureInput raw(Input input) {
        String type = input.mediaType();
        // curl declares any body to be application/x-www-form-urlencoded where it is not told otherwise: that says
        // nothing.
        if (isForm(input) || type.equals("application/json") || type.endsWith("+json")) {
            throw new Refusal(415, "Expected the picture as the bare body, found " + type + "; " + OTHERS);
        }
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
    static PictureInput base64(JsonFields object, String field) {
        String text = object.text(field);
        if (text == null || text.isBlank()) {
            throw new Refusal(400, EMPTY + ": expected a data URL in field \"" + field + "\"");
        }
        return of(UNNAMED, Base64Picture.decode(text, "Field \"" + field + "\""));
    }

    private static PictureInput of(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw new Refusal(400, EMPTY);
        }
        return new PictureInput(name, bytes);
    }
}
