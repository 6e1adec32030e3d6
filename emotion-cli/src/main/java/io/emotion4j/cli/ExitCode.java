package io.emotion4j.cli;

/** What the program's exit codes mean; {@code --help} says the same. */
final class ExitCode {

    static final int OK = 0;
    static final int PICTURES_FAILED = 1;
    static final int USAGE = 2;
    static final int NOT_READY = 3;
    static final int FAULT = 4;
    /** As a shell says of a program that Ctrl-C ended. */
    static final int INTERRUPTED = 130;
    /** As a shell says of a program whose reader has gone. */
    static final int READER_LEFT = 141;

    private ExitCode() {}
}
