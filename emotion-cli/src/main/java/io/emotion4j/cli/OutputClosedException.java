package io.emotion4j.cli;

import java.io.IOException;

/** Whoever read the output has gone, as {@code head} does: a reason to stop, not to complain. */
final class OutputClosedException extends IOException {

    private static final long serialVersionUID = 1L;

    OutputClosedException() {
        super("The output was closed");
    }
}
