package io.emotion4j.server;

import org.jspecify.annotations.Nullable;

/**
 * A request that came in whole.
 *
 * @param contentType as declared; null where it was not
 * @param body all of it, in memory
 * @param classifier the id of the classifier that is asked for; null where none is
 */
record Input(
        @Nullable String contentType, byte[] body, @Nullable String classifier) {

    static final Input EMPTY = new Input(null, new byte[0], null);

    /** The declared media type without parameters, in lower case. */
    String mediaType() {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
    }
}
