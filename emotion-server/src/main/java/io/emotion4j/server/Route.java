package io.emotion4j.server;

import java.util.List;

/**
 * One method of one path. The server answers by it and the OpenAPI document is written from it.
 *
 * @param method {@code GET} (which stands for {@code HEAD}, too) or {@code POST}
 * @param path begins with a slash
 * @param summary one sentence
 * @param parameters what the address may have behind a question mark
 * @param open whether it is answered without a token
 * @param bodies what may be sent; none for {@code GET}
 * @param reply what comes back with status 200
 * @param endpoint does it
 */
record Route(
        String method,
        String path,
        String summary,
        List<Parameter> parameters,
        boolean open,
        List<RequestBody> bodies,
        Reply reply,
        Endpoint endpoint) {

    /**
     * A parameter of the address, which may be missing.
     *
     * @param type as JSON Schema calls it
     */
    record Parameter(String name, String type, String description) {}

    /** One kind of body: a record as JSON, form fields of which one holds the picture, or the bare bytes. */
    sealed interface RequestBody {}

    record JsonBody(Class<?> type) implements RequestBody {}

    record FormBody(List<String> fields) implements RequestBody {}

    record RawBody(String mediaType) implements RequestBody {}

    /**
     * What comes back.
     *
     * @param mediaType of it
     * @param types the record, or several where it is one of them; none where it is no JSON of a known form
     * @param list whether it is an array of that
     */
    record Reply(String mediaType, List<Class<?>> types, boolean list) {

        static Reply of(Class<?>... types) {
            return new Reply(Answer.JSON, List.of(types), false);
        }

        static Reply listOf(Class<?> type) {
            return new Reply(Answer.JSON, List.of(type), true);
        }

        static Reply other(String mediaType) {
            return new Reply(mediaType, List.of(), false);
        }
    }
}
