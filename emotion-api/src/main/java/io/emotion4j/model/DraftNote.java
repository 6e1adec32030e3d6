package io.emotion4j.model;

import java.util.Objects;

/**
 * Something that a {@link ModelDraft} had to decide, or could not.
 *
 * @param setting the draft's setting that would say otherwise, as the command line names it, such as {@code "channels"}
 * @param value what was decided; empty where it could not be
 * @param reason why, and what else there is
 * @since 0.1.0
 */
public record DraftNote(String setting, String value, String reason) {

    /** Checks that nothing is null. */
    public DraftNote {
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(reason, "reason");
    }

    /** {@return a line, such as {@code channels = GRAY: the network takes one channel}} */
    @Override
    public String toString() {
        return value.isEmpty() ? setting + ": " + reason : setting + " = " + value + ": " + reason;
    }
}
