package io.emotion4j.cli;

import java.io.IOException;

/** The output takes nothing more: a reason to stop. Why, {@link StandardOutput#finish} says. */
final class OutputClosedException extends IOException {

    private static final long serialVersionUID = 1L;

    OutputClosedException() {
        super("The output was closed");
    }
}
