package io.emotion4j.server.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request to the server.
 *
 * @param method {@code GET} or {@code POST}
 * @param path begins with a slash
 * @param contentType of the body; null where there is none
 * @param body empty for {@code GET}
 * @since 0.1.0
 */
public record ServerCall(
        String method, String path, @Nullable String contentType, byte[] body) {

    private static final String BOUNDARY = "emotion4j-form-9d1f4c52";

    /**
     * A call of every endpoint.
     *
     * @param file name of the picture
     * @param picture a picture file
     * @return the calls
     */
    public static List<ServerCall> all(String file, byte[] picture) {
        List<ServerCall> calls = new ArrayList<>();
        for (String path : List.of("/health", "/ready", "/summary")) {
            calls.add(get(path));
        }
        calls.add(form("/predict", "image", file, picture));
        calls.add(form("/predict", "file", file, picture));
        calls.add(raw("/predict", picture));
        calls.add(form("/emotion", "image", file, picture));
        calls.add(raw("/inference", picture));
        calls.add(json("/predict_emotion", "{\"image\":\"" + dataUrl(picture) + "\"}"));
        calls.add(json("/predict_emotion_stream", "{\"frame\":\"" + dataUrl(picture) + "\",\"stream_id\":\"client\"}"));
        for (String path : List.of("/model", "/metrics", "/openapi.json", "/")) {
            calls.add(get(path));
        }
        return calls;
    }

    /**
     * A call without a body.
     *
     * @param path begins with a slash
     * @return the call
     */
    public static ServerCall get(String path) {
        return new ServerCall("GET", path, null, new byte[0]);
    }

    /**
     * The picture as it is.
     *
     * @param path begins with a slash
     * @param picture a picture file
     * @return the call
     */
    public static ServerCall raw(String path, byte[] picture) {
        return new ServerCall("POST", path, "application/octet-stream", picture);
    }

    /**
     * The picture in a form.
     *
     * @param path begins with a slash
     * @param field of the form
     * @param file name of the picture
     * @param picture a picture file
     * @return the call
     */
    public static ServerCall form(String path, String field, String file, byte[] picture) {
        String quoted = file.replace("\\", "\\\\").replace("\"", "\\\"");
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + quoted + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[head.length + picture.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(picture, 0, body, head.length, picture.length);
        System.arraycopy(tail, 0, body, head.length + picture.length, tail.length);
        return new ServerCall("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body);
    }

    /**
     * A JSON object.
     *
     * @param path begins with a slash
     * @param json the object
     * @return the call
     */
    public static ServerCall json(String path, String json) {
        return new ServerCall("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A picture as text.
     *
     * @param picture a picture file
     * @return a data URL; its type says JPEG whatever the picture is, for the server looks at the bytes
     */
    public static String dataUrl(byte[] picture) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(picture);
    }
}
