package io.emotion4j.server;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that came in whole.
 *
 * @param contentType as declared; null where it was not
 * @param body all of it, in memory
 * @param parameters of the address, the first of each name
 */
record Input(@Nullable String contentType, byte[] body, Map<String, String> parameters) {

    static final Input EMPTY = new Input(null, new byte[0], Map.of());

    /** The declared media type without parameters, in lower case. */
    String mediaType() {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** A parameter of the address; null where it is missing. */
    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }
}
