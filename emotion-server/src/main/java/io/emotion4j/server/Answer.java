package io.emotion4j.server;

import java.util.Map;

/** What is sent back. */
record Answer(int status, String contentType, byte[] body, Map<String, String> headers, int faces) {

    static final String JSON = "application/json";

    static Answer json(Object value, int faces) {
        return new Answer(200, JSON, Json.bytes(value), Map.of(), faces);
    }

    static Answer json(Object value) {
        return json(value, 0);
    }

    static Answer error(int status, String message) {
        return new Answer(status, JSON, Json.bytes(new Contract.Problem(message)), Map.of(), 0);
    }

    /** An error that goes away by itself. */
    static Answer later(int status, String message, int seconds) {
        return error(status, message).with("Retry-After", Integer.toString(seconds));
    }

    Answer with(String header, String value) {
        Map<String, String> all = new java.util.LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, contentType, body, all, faces);
    }
}
