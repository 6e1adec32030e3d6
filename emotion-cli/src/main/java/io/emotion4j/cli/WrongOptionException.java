package io.emotion4j.cli;

/** What the user asked for cannot be, as the cause's message says; not a fault of the program. */
final class WrongOptionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongOptionException(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }

    WrongOptionException(String message) {
        super(message);
    }
}
